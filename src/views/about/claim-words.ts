/**
 * The words of the claims, a file a language. They come with the about page alone; names of criteria are those of the W3C and, in Dutch,
 * of its authorised translation. A language without the file reads them in English, marked as such.
 */
import type { Ground, PARTS, Verdict } from './claims';

export interface ClaimWords {
  readonly title: string;
  readonly intro: string;
  /** Presses the list open. */
  readonly open: string;
  /** Stands before how a point is known. */
  readonly how: string;
  readonly parts: Readonly<Record<(typeof PARTS)[number], string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly grounds: Readonly<Record<Ground, string>>;
  /** By number; `note` says what is partly so, or special. */
  readonly points: Readonly<Record<string, { readonly name: string; readonly note?: string }>>;
}

/** Of the page where `foreign` is not set, or else of that language. */
export interface ClaimText {
  readonly words: ClaimWords;
  readonly foreign?: string;
}

const FALLBACK = 'en';
const loaders = import.meta.glob<ClaimWords>('./claims/*.json', { import: 'default' });

export async function loadClaimWords(language: string): Promise<ClaimText> {
  const own = loaders[`./claims/${language}.json`];
  return own ? { words: await own() } : { words: await loaders[`./claims/${FALLBACK}.json`]!(), foreign: FALLBACK };
}
