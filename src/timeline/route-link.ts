/** A route in the fragment of an address, `#route=listening`, with the moment within it if there is one: `#route=listening&t=72.5`. */
import { momentFragment, parseMomentLink } from './moment-link';

export interface RouteLink {
  /** The theme as addresses in the page's language call it. Whether there is such a theme is for others to say. */
  readonly slug: string;
  readonly time?: number;
}

const SLUG = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;
const LONGEST = 100;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

export function parseRouteLink(fragment: string): RouteLink | undefined {
  // As with moments, the last valid one counts.
  for (const pair of fragment.replace(/^#/, '').split('&').reverse()) {
    if (!pair.startsWith('route=')) continue;
    const slug = decoded(pair.slice('route='.length));
    if (slug.length > LONGEST || !SLUG.test(slug)) continue;
    const time = parseMomentLink(fragment)?.start;
    return { slug, ...(time !== undefined && { time }) };
  }
  return undefined;
}

export function routeFragment({ slug, time }: RouteLink): string {
  const route = `#route=${encodeURIComponent(slug)}`;
  return time === undefined ? route : `${route}&${momentFragment({ start: time }).slice(1)}`;
}
