/** The first port from `wanted` on that nobody answers on. */
export function freePort(wanted: number): Promise<number>;
