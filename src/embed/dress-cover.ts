/** Puts what the partner has chosen into the page that was written for the whole film, before anything of it is seen. */
import type { EmbedChoice } from '../sync/embed/embed-link';
import type { RestingPart } from './resting-page';

/** Where the cover's words stand: `<span data-cover="title">`. */
const WORDS = ['kind', 'title', 'length'] as const;

export function dressCover(page: Document, { scheme }: EmbedChoice, part: RestingPart | undefined, root: string): void {
  if (scheme) page.documentElement.dataset['scheme'] = scheme;
  if (!part) return;
  const at = (name: string) => page.querySelector<HTMLElement>(`[data-cover=${name}]`);
  for (const name of WORDS) {
    const place = at(name);
    if (place) place.textContent = part.cover[name];
  }
  const title = at('title');
  if (part.cover.titleLanguage === undefined) for (const name of ['lang', 'dir']) title?.removeAttribute(name);
  const video = page.querySelector('video');
  if (video && part.picture !== undefined) video.poster = root + part.picture;
}
