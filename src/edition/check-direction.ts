/**
 * Signs that turn the direction of writing round. One that is not closed goes on into whatever stands behind the text: a name would turn
 * a sentence of the page, or the code of a partner. Browsers close them at the end of a paragraph; so each line of a file closes its own.
 */
import { problem, type Problem } from './problems';
import type { TextFile } from './text-file';

/** As they are, as JSON writes them, and as HTML does. */
const WRITTEN =
  /[\u202a-\u202e\u2066-\u2069]|\\u(202[a-e]|206[6-9])|&#(?:x0*(202[a-e]|206[6-9])|0*(823[4-8]|829[4-7]));/gi;
const CLOSING = ['\u202c', '\u2069'];

export function checkDirection({ file, text }: TextFile): Problem[] {
  if (text.search(WRITTEN) < 0) return [];
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const column = columnOfOpen(line);
    return column === undefined ? [] : [problem('direction-open', { file, line: index + 1, column })];
  });
}

/** Of the first sign that nothing closes, or that closes nothing. */
function columnOfOpen(line: string): number | undefined {
  const open: { readonly isolate: boolean; readonly column: number }[] = [];
  for (const { 0: written, 1: json, 2: hexadecimal, 3: decimal, index } of line.matchAll(WRITTEN)) {
    const code = decimal ? Number(decimal) : Number.parseInt(json ?? hexadecimal ?? '', 16);
    const sign = Number.isNaN(code) ? written : String.fromCharCode(code);
    const isolate = sign >= '\u2066';
    if (!CLOSING.includes(sign)) open.push({ isolate, column: index + 1 });
    else if (open.pop()?.isolate !== isolate) return index + 1;
  }
  return open[0]?.column;
}
