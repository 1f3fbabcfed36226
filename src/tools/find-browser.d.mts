/** The path of the browser that tools and tests drive, when there is one. Throws when BROWSER_PATH names none. */
export function findBrowser(): string | undefined;
