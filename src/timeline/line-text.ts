import type { LinePart } from './edition-data';

/** Words of a subtitle where no line has to break: the breaks become spaces. */
export const onOneLine = (text: string): string => text.replaceAll('\n', ' ');

/** A whole line without its marks. */
export const lineText = (parts: readonly LinePart[] | undefined): string =>
  onOneLine((parts ?? []).map(({ text }) => text).join(''));
