import type { Words } from '../timeline/edition-data';
import type { ItemRef } from './programme';

/** What an item of a programme is called and asks, in one language. */
export interface ItemWords {
  readonly title: string;
  readonly summary: string;
  /** At least one. */
  readonly questions: readonly string[];
  readonly hostNote?: string;
}

/** `usual` is asked where the edition asks nothing. What the words do not have is called by its id. */
export function itemWords({ kind, id }: ItemRef, words: Words, usual: string): ItemWords {
  const chapter = kind === 'chapter' ? words.chapters[id] : undefined;
  if (chapter) return chapter;
  const theme = kind === 'theme' ? words.themes[id] : undefined;
  const { label: title = id, about: summary = '', questions = [usual], hostNote } = theme ?? {};
  return { title, summary, questions, ...(hostNote !== undefined && { hostNote }) };
}
