/** The number of files, and a line for people for each that is not the same in both. */
export function compareFolders(one: string, other: string): { count: number; differences: string[] };
