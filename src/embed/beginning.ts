/** Where an embedded film begins, and how far it may play before its player is there. Pure. */
import type { EmbedChoice } from '../sync/embed/embed-link';
import type { RestingPage, RestingPart } from './resting-page';

export interface Beginning {
  /** Undefined: the whole film. */
  readonly part?: RestingPart;
  /** Seconds. */
  readonly start: number;
  /** Where something has to be asked or shown that only the player can; `start` itself where that is so from the beginning. */
  readonly until: number;
}

export function beginningOf(page: RestingPage, choice: EmbedChoice): Beginning {
  const { chapter, theme } = choice;
  const byId = (parts: readonly RestingPart[], id: string | undefined) => parts.find((part) => part.id === id);
  const part = byId(page.chapters, chapter) ?? byId(page.themes, theme);
  // Where the film stands in a route follows from its stops: a theme begins at the first.
  const wanted = part && part.id !== chapter ? undefined : choice.start;
  const first = part?.start ?? 0;
  const end = part?.end ?? page.duration;
  const start = wanted !== undefined && wanted >= first && wanted < end ? wanted : first;
  const ahead = page.hard.filter((range) => range.end > start).map((range) => Math.max(start, range.start));
  return { ...(part && { part }), start, until: Math.min(part?.end ?? Infinity, ...ahead) };
}
