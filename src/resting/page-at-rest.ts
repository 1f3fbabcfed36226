/**
 * What a page knows while it rests: before anybody has come near, its HTML and a small script are all of it. Written into it by the build.
 */
import type { Range } from '../timeline/ranges';
import { DATA_ID } from './data-id';

export interface PageAtRest {
  /** Hard passages: the film never goes into one before its player is there to ask. */
  readonly hard: readonly Range[];
  /** End of the last line (seconds), which the film is as long as until it says otherwise. */
  readonly duration: number;
  /** The ten digits of the page's language, from none to nine, where they are not 0 to 9. */
  readonly digits?: string;
  /** Scripts that the page will surely ask for when it wakes, from the folder of the site on: asked for at once, none waits for another. */
  readonly parts: readonly string[];
}

/** Undefined in a page that does not rest. */
export function readPageAtRest<Page extends PageAtRest>(page: Document): Page | undefined {
  const text = page.getElementById(DATA_ID)?.textContent;
  // The build has written it, with this very type.
  return text ? (JSON.parse(text) as Page) : undefined;
}

/** Path of the folder of the site, with a slash at the end. */
export const rootOf = ({ documentElement, URL: address }: Document): string =>
  new URL(documentElement.dataset['root'] ?? './', address).pathname;

/** Asks for all of them side by side; who then imports them finds them on their way. */
export function fetchParts(page: Document, { parts }: PageAtRest): void {
  const root = rootOf(page);
  for (const part of parts) {
    const link = page.createElement('link');
    link.rel = 'modulepreload';
    link.href = root + part;
    page.head.append(link);
  }
}
