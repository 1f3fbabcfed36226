/**
 * What a partner has chosen, in the fragment of the maker's address, so that it can be mailed and survives a reload:
 *
 *     #chapter=sander&overlays=off&size=640x360&code=element
 *
 * Beside what an embed page reads from its query: `language` of the film, `size` (`wide`, `square`, `tall` or pixels), `code` (`iframe`,
 * `element` or `link`), `sandbox=on`, `pinned=on`. What is unknown or does not fit is ignored. Pure.
 */
import { fragmentFields } from '../../programme/programme-link';
import { EMBED_FORMS, frameBox, SIZE_LIMITS, type EmbedSize } from '../../sync/embed/embed-code';
import {
  decodeEmbedChoice,
  encodeEmbedChoice,
  USUAL_CHOICE,
  type EmbedChoice,
  type Known,
} from '../../sync/embed/embed-link';
import type { Range } from '../../timeline/ranges';

export const CODES = ['iframe', 'element', 'link'] as const;
export type CodeKind = (typeof CODES)[number];

export interface MakerChoice {
  /** Of the film. */
  readonly language: string;
  readonly film: EmbedChoice;
  readonly size: EmbedSize;
  readonly code: CodeKind;
  readonly sandbox: boolean;
  /** A script that never changes. */
  readonly pinned: boolean;
}

/** What the film has, and where in it a start makes sense. */
export interface MakerKnown extends Known {
  /** Where the film, or this chapter of it, can begin. */
  readonly rangeOf: (chapter: string | undefined) => Range;
}

export const USUAL_SIZE: EmbedSize = { kind: 'fill', form: 'wide' };

/** @param usual language of the page, and so of the film when nothing else is said */
export function readMaker(fragment: string, known: MakerKnown, usual: string): MakerChoice {
  const given = fragmentFields(fragment);
  // Fragments come in small letters, language tags need not.
  const tag = (code: string) => known.languages.find((each) => each.toLowerCase() === code) ?? code;
  const query = new URLSearchParams([...given].filter(([name]) => name !== 'subtitles'));
  const subtitles = given.get('subtitles');
  if (subtitles !== undefined) query.set('subtitles', subtitles.split(',').map(tag).join(','));
  const language = known.languages.find((each) => each === tag(given.get('language') ?? '')) ?? usual;
  return {
    language,
    film: sensible(decodeEmbedChoice(query.toString(), known), language, known),
    size: sizeOf(given.get('size')),
    code: CODES.find((each) => each === given.get('code')) ?? 'iframe',
    sandbox: given.get('sandbox') === 'on',
    pinned: given.get('pinned') === 'on',
  };
}

/** As short as it can be: what is usual is not written. Empty when everything is. */
export function makerFragment({ language, film, size, code, sandbox, pinned }: MakerChoice, usual: string): string {
  const fields = [
    ...(language === usual ? [] : [`language=${language}`]),
    ...encodeEmbedChoice(film).slice(1).split('&'),
    ...(size.kind === 'fixed' ? [`size=${size.width}x${size.height}`] : []),
    ...(size.kind === 'fill' && size.form !== 'wide' ? [`size=${size.form}`] : []),
    ...(code === 'iframe' ? [] : [`code=${code}`]),
    ...(sandbox ? ['sandbox=on'] : []),
    ...(pinned ? ['pinned=on'] : []),
  ].filter((field) => field !== '');
  return fields.length === 0 ? '' : `#${fields.join('&')}`;
}

/** What can be chosen, and taken back by `undefined`. */
export type FilmChange = { readonly [Name in keyof EmbedChoice]?: EmbedChoice[Name] | undefined };

export function changed(film: EmbedChoice, change: FilmChange): EmbedChoice {
  const kept = Object.entries({ ...film, ...change }).filter(([, value]) => value !== undefined);
  return { ...USUAL_CHOICE, ...Object.fromEntries(kept) };
}

/** Without what says nothing: a start at the beginning or outside what is shown, and the subtitles that are usual. */
export function sensible(film: EmbedChoice, language: string, { rangeOf }: MakerKnown): EmbedChoice {
  const { start, subtitles: given, ...rest } = film;
  const isUsual = given?.length === 1 && given[0] === language;
  // Of two, that of the film comes first.
  const subtitles = given?.[1] === language ? given.toReversed() : given;
  return {
    ...rest,
    ...(start !== undefined && canStart(start, film, rangeOf(film.chapter)) && { start }),
    ...(subtitles && !isUsual && { subtitles }),
  };
}

/** A route begins with its first moment, whatever the clock says. */
export const canStart = (time: number, { theme }: Pick<EmbedChoice, 'theme'>, { start, end }: Range): boolean =>
  theme === undefined && time > start && time < end;

/** Room for the text of the film where it is read, and none where it is not. What is measured in pixels stays as it is measured. */
export function sizeWith(size: EmbedSize, transcript: boolean): EmbedSize {
  if (size.kind === 'fixed' || transcript === (size.form === 'tall')) return size;
  return transcript ? { kind: 'fill', form: 'tall' } : { kind: 'fill', form: 'square' };
}

/** How high a frame of this width has to be for the text to be seen; undefined where it is. */
export function heightForText(size: EmbedSize, transcript: boolean): number | undefined {
  if (!transcript) return undefined;
  const width = size.kind === 'fixed' ? size.width : SIZE_LIMITS.width.most;
  const heightOf = (form: 'square' | 'tall') => frameBox({ kind: 'fill', form }, width).height;
  const isLow =
    size.kind === 'fixed' ? size.height < Math.min(heightOf('square'), SIZE_LIMITS.height.most) : size.form !== 'tall';
  return isLow ? Math.min(heightOf('tall'), SIZE_LIMITS.height.most) : undefined;
}

function sizeOf(text = ''): EmbedSize {
  const form = EMBED_FORMS.find((each) => each === text);
  if (form) return { kind: 'fill', form };
  const [, width, height] = (/^(\d{1,4})x(\d{1,4})$/.exec(text) ?? []).map(Number);
  const fits = (value: number | undefined, { least, most }: { least: number; most: number }) =>
    value !== undefined && value >= least && value <= most;
  return fits(width, SIZE_LIMITS.width) && fits(height, SIZE_LIMITS.height)
    ? { kind: 'fixed', width: width!, height: height! }
    : USUAL_SIZE;
}
