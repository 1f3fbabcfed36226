/**
 * Styles stand in the page itself, and the policy that a host sends names them by what they are. A host that kept the settings of another
 * build refuses them, and one that changes pages on their way has changed them: the same styles are fetched as files then, which the page
 * names as not to be fetched.
 */
export function fetchRefusedStyles(page: Document): void {
  // Refused ones never become a sheet.
  if (![...page.querySelectorAll('style')].some(({ sheet }) => sheet === null)) return;
  for (const link of page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet][disabled]')) link.disabled = false;
}
