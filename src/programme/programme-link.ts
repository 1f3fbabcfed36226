/**
 * A programme in the fragment of an address, short enough to mail and to read:
 *
 *     #programme=1/sander:10/theme:luisteren:8&minutes=45
 *
 * `1` is the version of this notation; then each item with its minutes of talk; `minutes` is what the whole may take. What can be
 * repaired is repaired, and each repair is told, so that a host sees what a mail program or a typing error has done.
 */
import type { EditionData } from '../timeline/edition-data';
import {
  itemKey,
  MOST_ITEMS,
  MOST_TALK,
  MOST_WISHED,
  USUAL_TALK,
  USUAL_WISHED,
  type ItemRef,
  type Programme,
  type ProgrammeItem,
} from './programme';

const VERSION = '1';
const NAME = 'programme';
const WISHED = 'minutes';
/** Signs of an address that are still looked at: a longest programme has some 3,000, and mail programs write three signs for one. */
const LONGEST = 8000;

/** What was wrong with an address, and has been put right. */
export type Repair =
  /** Written by a later release: nothing of it is read. */
  | { readonly kind: 'version'; readonly value: string }
  /** There is no such chapter or theme: left out. */
  | { readonly kind: 'unknown'; readonly value: string }
  /** Named twice: the first counts. */
  | { readonly kind: 'twice'; readonly value: string }
  /** No number of minutes, or none that can be: the usual or nearest one stands there. */
  | { readonly kind: 'minutes'; readonly value: string; readonly minutes: number }
  /** Longer than any programme: the rest is left out. */
  | { readonly kind: 'long' };

export interface ReadProgramme {
  readonly programme: Programme;
  readonly repairs: readonly Repair[];
}

export function programmeFragment({ items, wished }: Programme): string {
  const parts = items.map((item) => `${itemKey(item)}:${item.talk}`);
  const minutes = wished === undefined ? '' : `&${WISHED}=${wished}`;
  return `#${NAME}=${[VERSION, ...parts].join('/')}${minutes}`;
}

/** Undefined where the fragment holds no programme at all. */
export function readProgramme(
  fragment: string,
  data: Pick<EditionData, 'chapters' | 'themes' | 'cues'>,
): ReadProgramme | undefined {
  const repairs: Repair[] = [];
  const given = fragmentFields(fragment);
  const text = given.get(NAME);
  if (text === undefined) return undefined;
  const { version, parts } = versioned(text);
  if (version !== VERSION) return { programme: { items: [] }, repairs: [{ kind: 'version', value: shown(version) }] };
  if (fragment.length > LONGEST || parts.length > MOST_ITEMS) repairs.push({ kind: 'long' });

  const known = knownIds(data);
  const items = new Map<string, ProgrammeItem>();
  for (const part of parts.slice(0, MOST_ITEMS)) {
    const { ref, talk } = itemOf(part, known);
    const key = itemKey(ref);
    if (!known[ref.kind].has(ref.id)) repairs.push({ kind: 'unknown', value: shown(key || part) });
    else if (items.has(key)) repairs.push({ kind: 'twice', value: key });
    else items.set(key, { ...ref, talk: minutesOf(talk, 0, MOST_TALK, USUAL_TALK, repairs) });
  }
  const wished = given.get(WISHED);
  return {
    programme: {
      items: [...items.values()],
      ...(wished !== undefined && { wished: minutesOf(wished, 1, MOST_WISHED, USUAL_WISHED, repairs) }),
    },
    repairs,
  };
}

type Known = Readonly<Record<ItemRef['kind'], ReadonlySet<string>>>;

/** A theme of which nobody speaks has no film to show. */
function knownIds({ chapters, themes, cues }: Pick<EditionData, 'chapters' | 'themes' | 'cues'>): Known {
  const told = cues.filter(({ person, paragraph }) => (person ?? paragraph) !== undefined);
  const spoken = new Set(told.flatMap((cue) => cue.themes));
  return {
    chapter: new Set(chapters.map(({ id }) => id)),
    theme: new Set(themes.map(({ id }) => id).filter((id) => spoken.has(id))),
  };
}

/** Who writes an address by hand may leave the version out. */
function versioned(text: string): { version: string; parts: readonly string[] } {
  const parts = text.split('/').filter((part) => part !== '');
  const [first = VERSION, ...rest] = parts;
  return /^\d+$/.test(first) ? { version: first, parts: rest } : { version: VERSION, parts };
}

/**
 * Mail programs write `:`, `/` and `&` in other signs, some of them twice, and break long lines; chat programs put a full stop or a
 * bracket behind an address. No id has any of these signs.
 */
export function fragmentFields(fragment: string): ReadonlyMap<string, string> {
  let text = decoded(decoded(fragment.slice(0, LONGEST)))
    .replaceAll('&amp;', '&')
    .replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, '')
    .toLowerCase()
    .replace(/^#/, '');
  // What the cut has left of a last item is no item.
  if (fragment.length > LONGEST) text = text.slice(0, Math.max(0, text.lastIndexOf('/')));
  text = text.replace(/[.,;:!?)>\]}"'\u2019\u201d»*_]+$/, '');
  const fields = new Map<string, string>();
  for (const pair of text.split('&')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    if (at > 0 && !fields.has(name)) fields.set(name, pair.slice(at + 1));
  }
  return fields;
}

/** `sander:10`, `theme:luisteren:8`, both without minutes too. A chapter may be called `theme`. */
function itemOf(part: string, known: Known): { ref: ItemRef; talk: string | undefined } {
  const words = part.split(':');
  const isChapter =
    words[0] !== 'theme' || (words.length < 3 && /^\d*$/.test(words[1] ?? '') && known.chapter.has('theme'));
  const [id = '', talk] = isChapter ? words : words.slice(1);
  return { ref: { kind: isChapter ? 'chapter' : 'theme', id }, talk };
}

function minutesOf(text: string | undefined, least: number, most: number, usual: number, repairs: Repair[]): number {
  // An item without minutes is written by hand; it has the usual ones, and nobody has to hear of it.
  if (text === undefined) return usual;
  const number = /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  const minutes = Number.isNaN(number) ? usual : Math.min(most, Math.max(least, Math.round(number)));
  repairs.push({ kind: 'minutes', value: shown(text), minutes });
  return minutes;
}

/** Of a stranger's text as much as is needed to find it again, and nothing that turns the sentence round it stands in. */
function shown(text: string): string {
  const seen = text.replace(/[\p{Cc}\p{Cf}]/gu, '');
  return seen.length > 40 ? `${seen.slice(0, 40)}…` : seen;
}

/** A piece that is no text stays as it is written. */
const decoded = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (signs) => {
    try {
      return decodeURIComponent(signs);
    } catch {
      return signs;
    }
  });
