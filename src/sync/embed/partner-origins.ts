/** Which origins an embedded film may talk to. Pure. */

/**
 * The partners, and the site itself: its embed maker shows the same page, as its policy allows. Empty: whoever is around it.
 * @param own origin of the film's site
 */
export const talkers = (partners: readonly string[], own: string): readonly string[] =>
  partners.length === 0 ? [] : [...new Set([...partners, own])];

/**
 * Whom `ready` is for, as nobody has spoken yet. Browsers that know who is around spare the others an error in the console.
 * @param around origin of the page around, as the browser tells it: `null` where it keeps that to itself, as for a frame with
 *   `referrerpolicy="no-referrer"` (https://github.com/whatwg/html/issues/11560)
 */
export function greeted(origins: readonly string[], around: string | undefined): readonly string[] {
  if (origins.length === 0) return ['*'];
  return around === undefined || around === 'null' ? origins : origins.filter((origin) => origin === around);
}
