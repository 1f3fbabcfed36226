import { describe, expect, test } from 'vitest';
import { decodeEmbedChoice, encodeEmbedChoice, USUAL_CHOICE, type EmbedChoice, type Known } from './embed-link';

const known: Known = {
  chapters: ['opening', 'sander', 'einde'],
  themes: ['luisteren', 'op-tijd'],
  languages: ['nl', 'en', 'pt-BR'],
};
const decode = (query: string) => decodeEmbedChoice(query, known);
const choice = (parts: Partial<EmbedChoice>): EmbedChoice => ({ ...USUAL_CHOICE, ...parts });

describe('there and back', () => {
  test.each<[string, Partial<EmbedChoice>]>([
    ['', {}],
    ['?chapter=sander', { chapter: 'sander' }],
    ['?theme=op-tijd', { theme: 'op-tijd' }],
    ['?start=72.5', { start: 72.5 }],
    ['?overlays=off', { overlays: false }],
    ['?transcript=on', { transcript: true }],
    ['?subtitles=off', { subtitles: [] }],
    ['?subtitles=en', { subtitles: ['en'] }],
    ['?subtitles=nl,en', { subtitles: ['nl', 'en'] }],
    ['?subtitles=pt-BR,nl', { subtitles: ['pt-BR', 'nl'] }],
    ['?scheme=light', { scheme: 'light' }],
    ['?scheme=dark', { scheme: 'dark' }],
    ['?portraits=inside', { portraits: 'inside' }],
    [
      '?chapter=sander&start=3.25&overlays=off&transcript=on&subtitles=off&scheme=dark&portraits=inside',
      {
        ...{ chapter: 'sander', start: 3.25, overlays: false, transcript: true },
        ...{ subtitles: [], scheme: 'dark', portraits: 'inside' },
      },
    ],
  ])('%s', (query, parts) => {
    expect(decode(query)).toStrictEqual(choice(parts));
    expect(encodeEmbedChoice(choice(parts))).toBe(query);
  });

  test('every choice', () => {
    const parts = <T>(name: keyof EmbedChoice, values: readonly T[]) => [
      {},
      ...values.map((value) => ({ [name]: value })),
    ];
    let choices: Partial<EmbedChoice>[] = [
      {},
      ...known.chapters.map((chapter) => ({ chapter })),
      ...known.themes.map((theme) => ({ theme })),
    ];
    const others = [
      parts('start', [999_999.999]),
      parts('overlays', [false]),
      parts('transcript', [true]),
      parts('subtitles', [[], ['en', 'nl']]),
      parts('scheme', ['light', 'dark']),
      parts('portraits', ['inside']),
    ];
    for (const each of others) choices = choices.flatMap((one) => each.map((part) => ({ ...one, ...part })));
    expect(choices.length).toBe(6 * 2 * 2 * 2 * 3 * 3 * 2);
    const lost = choices.filter(
      (one) => JSON.stringify(decode(encodeEmbedChoice(choice(one)))) !== JSON.stringify(sorted(choice(one))),
    );
    expect(lost).toEqual([]);
  });
});

/** In the order in which a decoded choice has its parts. */
const sorted = ({ chapter, theme, start, overlays, transcript, subtitles, scheme, portraits }: EmbedChoice) => ({
  ...{ chapter, theme, start, overlays, transcript, subtitles, scheme, portraits },
});

describe('as people and programs write it', () => {
  test.each<[string, Partial<EmbedChoice>]>([
    ['chapter=sander', { chapter: 'sander' }],
    ['?start=1:12', { start: 72 }],
    ['?start=1%3A12.5', { start: 72.5 }],
    ['?start=0:01:12', { start: 72 }],
    ['?start=0', { start: 0 }],
    ['?subtitles=nl%2Cen', { subtitles: ['nl', 'en'] }],
    ['?overlays=on&transcript=off&portraits=tab', {}],
    ['?utm_source=x&chapter=sander&_=1385393930268', { chapter: 'sander' }],
    ['?chapter=sander&theme=luisteren', { chapter: 'sander' }],
    ['?theme=luisteren&chapter=nobody', { theme: 'luisteren' }],
    ['?chapter=opening&chapter=sander', { chapter: 'sander' }],
    ['?chapter=sander&chapter=nobody', { chapter: 'sander' }],
    ['?scheme=dark&overlays=maybe', { scheme: 'dark' }],
    ['?&&=&chapter=sander&', { chapter: 'sander' }],
  ])('%s', (query, parts) => expect(decode(query)).toStrictEqual(choice(parts)));
});

describe('what does not fit is ignored', () => {
  const HOSTILE = [
    '',
    ' ',
    '0x1',
    'null',
    'true',
    '[object Object]',
    '__proto__',
    'constructor',
    'toString',
    '%00',
    '%',
  ];
  const MORE = [
    '%FF',
    '..',
    '../',
    '//evil.example',
    'javascript:alert(1)',
    '<script>',
    '"onload="',
    "'",
    '\ud800',
    '🎬',
  ];
  const names = [...Object.keys(USUAL_CHOICE), 'chapter', 'theme', 'start', 'subtitles', 'scheme'];
  test.each(names)('%s', (name) => {
    for (const value of [...HOSTILE, ...MORE, 'SANDER', 'sander ', 'x'.repeat(1000)])
      expect(decode(`?${name}=${value}`), value).toStrictEqual(USUAL_CHOICE);
  });

  test.each([
    ...['?start=-1', '?start=NaN', '?start=Infinity', '?start=1e3', '?start=1e999', '?start=9999999999'],
    ...['?start=1,2', '?start=,2', '?start=1:2:3:4', '?start=%2B1', '?start= 1', '?start=1%26t=2', '?start=1%23'],
    ...[
      '?subtitles=nl,nl',
      '?subtitles=nl,en,pt-BR',
      '?subtitles=nl,',
      '?subtitles=,',
      '?subtitles=off,nl',
      '?subtitles=de',
    ],
    ...['?overlays=OFF', '?overlays=0', '?overlays=false', '?transcript=1', '?transcript', '?scheme=Dark'],
    ...['?portraits=same', '?Chapter=sander', '?chapter[]=sander', '?chapter=sander,einde', '?__proto__=x'],
    ...['#chapter=sander', '?constructor=sander', '?src=https://evil.example', '?language=en'],
  ])('%s', (query) => expect(decode(query)).toStrictEqual(USUAL_CHOICE));

  test('a query of more than 2000 characters', () => {
    const query = (length: number) => `?chapter=sander&x=${'x'.repeat(length - 18)}`;
    expect(decode(query(2000))).toStrictEqual(choice({ chapter: 'sander' }));
    expect(decode(query(2001))).toStrictEqual(USUAL_CHOICE);
  });

  test('and is never written', () => {
    expect(encodeEmbedChoice(choice({ chapter: 'a&b=c#d"<' }))).toBe('?chapter=a%26b%3Dc%23d%22%3C');
    expect(encodeEmbedChoice(choice({ start: 0 }))).toBe('');
    expect(encodeEmbedChoice(choice({ start: -1 }))).toBe('');
  });
});
