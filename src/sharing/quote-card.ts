/** One quote as it goes out of the film: on its own, as text, as a picture. */
import type { Language } from '../language/language.svelte';
import { clockText } from '../timeline/clock-time';
import type { PersonCard } from '../ui/person-card';

export interface QuoteCard {
  readonly text: string;
  /** Only `verbatim` words ever stand between quotation marks. */
  readonly wording: 'retold' | 'verbatim';
  readonly name: string;
  /** What this person is: "client". */
  readonly side: string;
  readonly shape: PersonCard['shape'];
  readonly plate: PersonCard['plate'];
  /** Where the quote begins, in seconds from the start of the film. */
  readonly time: number;
  /** Of the film. */
  readonly title: string;
  /** Absolute, with the moment: `https://film.example.org/nl/#t=72.5,80`. */
  readonly address: string;
  /** The paragraph that tells of it, where there is one. */
  readonly portrait?: string | undefined;
  /** Of all the words above (BCP 47). */
  readonly language: string;
  readonly direction: Language['direction'];
}

type Words = Language['t'];

export function wordsOf({ text, wording }: QuoteCard, t: Words): string {
  return wording === 'verbatim' ? t('share.quoted', { text }) : text;
}

/** The text that goes along. A share sheet takes the address apart from it. */
export function shareText(card: QuoteCard, t: Words): string {
  const { name, side, title } = card;
  const by = card.wording === 'retold' ? t('share.byRetold', { name, side }) : t('share.by', { name, side });
  return [wordsOf(card, t), by, t('share.film', { title })].join('\n');
}

/** Where only one text can go along, the address is its last line. */
export function copiedText(card: QuoteCard, t: Words): string {
  return `${shareText(card, t)}\n${card.address}`;
}

/** The address as people read it: without what every address begins with. */
export function shortAddress(address: string): string {
  const { host, pathname, hash } = new URL(address);
  return host + readable(pathname.replace(/index\.html$/, '')) + readable(hash);
}

function readable(encoded: string): string {
  try {
    return decodeURI(encoded);
  } catch {
    return encoded;
  }
}

/** `sander-1-12.png`: letters and numbers of any script, and nothing that a file system refuses. */
export function pictureName({ name, time }: QuoteCard): string {
  const parts = `${name} ${clockText(time)}`.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return `${parts.join('-')}.png`;
}
