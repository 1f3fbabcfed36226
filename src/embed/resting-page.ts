/**
 * What the page of an embedded film knows before its player is there, written into it as data by the build: enough for a cover, for the
 * moment at which it begins, and to answer the page around.
 */
import type { PageAtRest } from '../resting/page-at-rest';
import type { Known } from '../sync/embed/embed-link';

/** Words of a cover: the film, one chapter of it, or one theme. */
export interface CoverWords {
  /** "Chapter 2 of 8". */
  readonly kind: string;
  readonly title: string;
  /** Language of the title, where it is not that of the page. */
  readonly titleLanguage?: string;
  /** "2 minutes 14 seconds". */
  readonly length: string;
}

/** A part of the film that can be embedded by itself. `end` is missing where it goes on to the end of the film. */
export interface RestingPart {
  readonly id: string;
  readonly cover: CoverWords;
  /** A small picture, from the folder of the site on. */
  readonly picture?: string;
  readonly start: number;
  /** Of a chapter: where the picture of the next one begins. Of a theme: where the first stop of its route ends. */
  readonly end?: number;
}

export interface RestingPage extends PageAtRest {
  readonly languages: readonly string[];
  readonly chapters: readonly RestingPart[];
  readonly themes: readonly RestingPart[];
  /** Origins that may talk to the film; empty: whichever page is around it. */
  readonly partners: readonly string[];
}

export const knownOf = ({ chapters, themes, languages }: RestingPage): Known => ({
  chapters: chapters.map(({ id }) => id),
  themes: themes.map(({ id }) => id),
  languages,
});
