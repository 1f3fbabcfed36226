/** Lines of the film as people paste them elsewhere: who says what, without times and without signs that nobody sees. */

export interface SpokenLine {
  /** Left out where nobody needs to be named. */
  readonly name?: string | undefined;
  readonly text: string;
}

/** All but the two joiners, which Persian and many emoji are written with. */
const INVISIBLE = /(?![\u200c\u200d])\p{Cf}|(?!\s)\p{Cc}/gu;

/** Words with single spaces; apostrophes and accents stay as they are written. */
export const cleanText = (text: string): string => text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();

/** A line each; lines of which nothing is left are left out. */
export function passageText(lines: readonly SpokenLine[]): string {
  return lines
    .map(({ name, text }) => ({ name, text: cleanText(text) }))
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => (name === undefined ? text : `${name}: ${text}`))
    .join('\n');
}
