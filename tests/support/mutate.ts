/** Breaks a subtitle file a little, as typing errors, broken editors, bad cables and mischief do. */
import { HOSTILE_SNIPPETS } from './hostile-texts';
import type { Chance } from './seeded';

type Mutation = (bytes: Buffer, chance: Chance) => Buffer;

/** What stands in subtitle files: put in a wrong place it does most harm. */
const PIECES = [
  '\n',
  '\n\n',
  '\r',
  '\r\n',
  '\t',
  ' ',
  '\0',
  '\f',
  '\v',
  '\u00a0',
  '\u0085',
  '\u2028',
  '\ufeff',
  '-->',
  ' --> ',
  '00:00:05.000 --> 00:00:06.000',
  '\n\n00:00:05.000 --> 00:00:06.000\n',
  ' align:start',
  ' position:50%,line-left size:40%',
  ' line:-1',
  ' region:a',
  ' vertical:rl',
  'WEBVTT',
  '\nNOTE ',
  '\n\nNOTE\n',
  '\n\nSTYLE\n::cue{color:red}\n\n',
  '\n\nREGION\nid:a\n\n',
  'X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000',
  '<',
  '>',
  '</',
  '/>',
  '<>',
  '</>',
  '< v Mila>',
  '<v>',
  '<v Mila>',
  '<v  Mila >',
  '<v\tMila>',
  '<v.luid Mila>',
  '</v>',
  '<V Mila>',
  '<c>',
  '<c.rust>',
  '<c.rust.samen>',
  '<c..rust>',
  '<c.rust >',
  '<c.rust x>',
  '</c>',
  '</c.rust>',
  '<i>',
  '</i>',
  '<b>',
  '</b>',
  '<u>',
  '</u>',
  '<i/>',
  '<ruby>',
  '<rt>',
  '</rt>',
  '</ruby>',
  '<lang en>',
  '</lang>',
  '<lang>',
  '<font>',
  '<00:00:05.000>',
  '<1>',
  '<.rust>',
  '<c\nrust>',
  '<!-- -->',
  '<![CDATA[',
  '&',
  '&amp;',
  '&amp',
  '&lt;',
  '&lt',
  '&gt;',
  '&nbsp;',
  '&nbsp',
  '&lrm;',
  '&rlm;',
  '&quot;',
  '&apos;',
  '&eacute;',
  '&eacute',
  '&notit;',
  '&#65;',
  '&#x41;',
  '&#0;',
  '&#x110000;',
  '&#xD800;',
  '&#128;',
  '&#38;lt;',
  '&hellip;',
  '&NotEqualTilde;',
  '&;',
  '&#;',
  '&#x;',
  '&&amp;',
  'é',
  'e\u0301',
  '\u{1f600}',
  'ﬁ',
  'ß',
  '\u05d0',
  '\u0627',
  '‏',
  '‎',
] as const;

const at = (bytes: Buffer, chance: Chance) => chance.below(bytes.length + 1);
/** A stretch, mostly short. */
const stretch = (bytes: Buffer, chance: Chance): [from: number, to: number] => {
  const from = at(bytes, chance);
  return [from, Math.min(bytes.length, from + 1 + chance.below(chance.oneOf([2, 20, 200])))];
};
const join = (...parts: readonly (Buffer | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
const insert = (bytes: Buffer, place: number, what: Buffer | string) =>
  join(bytes.subarray(0, place), what, bytes.subarray(place));

/** In the words of a cue, where most of what is written there is no error. */
function placeInWords(bytes: Buffer, chance: Chance): number {
  const text = bytes.toString('latin1');
  const lines = [...text.matchAll(/^<v [^\n]*$/gm)];
  if (lines.length === 0) return at(bytes, chance);
  const { index, 0: line } = chance.oneOf(lines);
  return index + line.length - chance.below(line.length - line.indexOf('>'));
}

const onLines =
  (change: (lines: string[], chance: Chance) => void): Mutation =>
  (bytes, chance) => {
    const lines = bytes.toString('latin1').split('\n');
    change(lines, chance);
    return Buffer.from(lines.join('\n'), 'latin1');
  };

/** Replaces one of the places that `pattern` finds. */
const replaceOne =
  (pattern: RegExp, by: (found: string, chance: Chance) => string): Mutation =>
  (bytes, chance) => {
    const text = bytes.toString('latin1');
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) return bytes;
    const { index, 0: piece } = chance.oneOf(found);
    return Buffer.from(text.slice(0, index) + by(piece, chance) + text.slice(index + piece.length), 'latin1');
  };

const MUTATIONS: readonly Mutation[] = [
  // A bit, some bytes.
  (bytes, chance) => {
    const changed = Buffer.from(bytes);
    const place = chance.below(bytes.length || 1);
    if (bytes.length > 0) changed[place] = changed[place]! ^ (1 << chance.below(8));
    return changed;
  },
  (bytes, chance) => {
    const [from, to] = stretch(bytes, chance);
    return join(bytes.subarray(0, from), bytes.subarray(to));
  },
  (bytes, chance) => {
    const [from, to] = stretch(bytes, chance);
    return insert(bytes, at(bytes, chance), bytes.subarray(from, to));
  },
  (bytes, chance) => {
    const [[from, middle], [again, to]] = [stretch(bytes, chance), stretch(bytes, chance)].sort(
      ([a], [b]) => a - b,
    ) as [[number, number], [number, number]];
    if (middle > again) return bytes;
    const [first, second] = [bytes.subarray(from, middle), bytes.subarray(again, to)];
    return join(bytes.subarray(0, from), second, bytes.subarray(middle, again), first, bytes.subarray(to));
  },
  (bytes, chance) => insert(bytes, at(bytes, chance), chance.oneOf(HOSTILE_SNIPPETS)),
  (bytes, chance) => insert(bytes, at(bytes, chance), chance.oneOf(PIECES)),
  // Words.
  (bytes, chance) => insert(bytes, placeInWords(bytes, chance), chance.oneOf(HOSTILE_SNIPPETS)),
  (bytes, chance) => insert(bytes, placeInWords(bytes, chance), chance.oneOf(PIECES)),
  (bytes, chance) => insert(bytes, placeInWords(bytes, chance), chance.oneOf(PIECES)),
  (bytes, chance) => insert(bytes, placeInWords(bytes, chance), String.fromCodePoint(1 + chance.below(0x2fff))),
  (bytes, chance) => insert(bytes, placeInWords(bytes, chance), `<c.rust>${chance.oneOf(PIECES)}</c>`),
  // Lines.
  onLines((lines, chance) => lines.splice(chance.below(lines.length), 1)),
  onLines((lines, chance) => lines.splice(chance.below(lines.length), 0, chance.oneOf(lines))),
  onLines((lines, chance) => lines.splice(chance.below(lines.length), 2, lines.slice(-2).join(''))),
  onLines((lines, chance) => {
    const place = chance.below(lines.length - 1);
    lines.splice(place, 2, lines[place]! + (lines[place + 1] ?? ''));
  }),
  (bytes, chance) =>
    Buffer.from(bytes.toString('latin1').replaceAll('\n', chance.oneOf(['\r', '\r\n', '\n\r'])), 'latin1'),
  // Times and tags.
  replaceOne(/\d(?=[\d:.]*(?: -->|\n))/g, (_, chance) => chance.oneOf([...'0123456789:. -٣'])),
  replaceOne(/\d\d:\d\d:\d\d\.\d{3}/g, (_, chance) =>
    chance.oneOf([
      '00:05.000',
      '0:00:05.000',
      '99:59:59.999',
      '100000000000000000000:00:00.000',
      '00:60:00.000',
      '00:00:05.0',
      '00:00:05,000',
      '-00:00:05.000',
      'NaN',
    ]),
  ),
  replaceOne(/ --> /g, (_, chance) =>
    chance.oneOf(['-->', ' -->\t', ' -> ', ' --> --> ', '\t-->\t', ' --\u003e\u003e ']),
  ),
  replaceOne(
    /\d\.\d{3}(?=\n)/g,
    (found, chance) =>
      found + chance.oneOf([' align:start', '\tline:0', ' x', ' position:200%', ' --> ', ' size:NaN%']),
  ),
  replaceOne(/<[^>\n]*>/g, (_, chance) => chance.oneOf(PIECES)),
  replaceOne(/^[a-z]+-\d+$/gm, (found, chance) =>
    chance.oneOf([
      `${found} `,
      ` ${found}`,
      found.toUpperCase(),
      `${found}\t`,
      'constructor',
      '__proto__',
      `${found}&amp;`,
      `<i>${found}`,
    ]),
  ),
  // Size.
  (bytes, chance) =>
    insert(
      bytes,
      placeInWords(bytes, chance),
      chance.oneOf(['a', '<i>', '&amp;', 'a ', '<c.rust>', '&', '<', '\n']).repeat(chance.oneOf([100, 20_000])),
    ),
];

export function mutate(bytes: Buffer, chance: Chance): Buffer {
  let changed = bytes;
  for (let left = chance.oneOf([1, 1, 1, 2, 3]); left > 0; left -= 1)
    changed = chance.oneOf(MUTATIONS)(changed, chance);
  return changed;
}
