/** The path of the nginx that tests run, when there is one. */
export function findNginx(): string | undefined;
/** The same, fetched when there is none. Throws with what to install. */
export function nginxForTests(): Promise<string>;
