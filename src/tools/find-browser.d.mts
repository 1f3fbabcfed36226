/**
 * The path of the browser that tools and tests drive, when there is one; with `shell` rather the one without windows. Throws when
 * BROWSER_PATH names none.
 */
export function findBrowser(wishes?: { readonly shell?: boolean }): string | undefined;
