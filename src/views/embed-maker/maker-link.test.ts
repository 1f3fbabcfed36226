import { describe, expect, test } from 'vitest';
import { SIZE_LIMITS, type EmbedForm, type EmbedSize } from '../../sync/embed/embed-code';
import { USUAL_CHOICE } from '../../sync/embed/embed-link';
import {
  canStart,
  changed,
  heightForText,
  makerFragment,
  readMaker,
  sizeWith,
  USUAL_SIZE,
  type MakerChoice,
  type MakerKnown,
} from './maker-link';

const known: MakerKnown = {
  languages: ['nl', 'en', 'pt-BR'],
  chapters: ['opening', 'sander'],
  themes: ['luisteren'],
  rangeOf: (chapter) =>
    chapter === 'sander' ? { start: 60, end: 120 } : chapter ? { start: 0, end: 60 } : { start: 0, end: 300 },
};
const usual: MakerChoice = {
  language: 'nl',
  film: USUAL_CHOICE,
  size: USUAL_SIZE,
  code: 'iframe',
  sandbox: false,
  pinned: false,
};
const read = (fragment: string) => readMaker(fragment, known, 'nl');

describe('what is usual is not written', () => {
  test('nothing at all', () => {
    expect(makerFragment(usual, 'nl')).toBe('');
    expect(read('')).toEqual(usual);
  });
});

test.each<[string, Partial<MakerChoice>]>([
  ['#language=en', { language: 'en' }],
  ['#language=pt-BR&subtitles=pt-BR,nl', { language: 'pt-BR', film: { ...USUAL_CHOICE, subtitles: ['pt-BR', 'nl'] } }],
  ['#chapter=sander&start=72.5', { film: { ...USUAL_CHOICE, chapter: 'sander', start: 72.5 } }],
  [
    '#theme=luisteren&overlays=off&transcript=on&subtitles=off&scheme=dark&portraits=inside',
    {
      film: {
        theme: 'luisteren',
        overlays: false,
        transcript: true,
        subtitles: [],
        scheme: 'dark',
        portraits: 'inside',
      },
    },
  ],
  ['#size=tall', { size: { kind: 'fill', form: 'tall' } }],
  ['#size=640x360&sandbox=on', { size: { kind: 'fixed', width: 640, height: 360 }, sandbox: true }],
  ['#code=element&pinned=on', { code: 'element', pinned: true }],
])('%s goes there and back', (fragment, change) => {
  expect(makerFragment({ ...usual, ...change }, 'nl')).toBe(fragment);
  expect(read(fragment)).toEqual({ ...usual, ...change });
});

test('what a mail program makes of an address is read all the same', () =>
  expect(read('#chapter%3Dsander%26size%3D640x360.')).toEqual({
    ...usual,
    film: { ...USUAL_CHOICE, chapter: 'sander' },
    size: { kind: 'fixed', width: 640, height: 360 },
  }));

test.each([
  '#chapter=nobody&theme=nothing',
  '#chapter=__proto__&language=__proto__',
  '#language="><script>alert(1)</script>',
  '#size=100x100',
  '#size=640x99999&size=1e3x360',
  '#size=-640x360',
  '#code=script&sandbox=allow-same-origin&pinned=1',
  '#scheme=pink&portraits=everywhere&overlays=maybe',
  '#subtitles=nl,en,pt-BR',
  '#subtitles=nl',
  '#start=999',
  '#start=-1',
  '#start=0',
  `#${'a'.repeat(9000)}=1`,
])('%s changes nothing', (fragment) => expect(read(fragment)).toEqual(usual));

test('the language of the film is the first of two subtitles', () =>
  expect(read('#subtitles=en,nl').film.subtitles).toEqual(['nl', 'en']));

test('a film starts within what is shown, and a route at its own beginning', () => {
  expect(read('#chapter=sander&start=30').film).toEqual({ ...USUAL_CHOICE, chapter: 'sander' });
  expect(read('#theme=luisteren&start=30').film).toEqual({ ...USUAL_CHOICE, theme: 'luisteren' });
  const range = known.rangeOf('sander');
  expect([59, 60, 61, 119, 120].map((time) => canStart(time, {}, range))).toEqual([false, false, true, true, false]);
});

describe('the text of the film', () => {
  const fill = (form: EmbedForm): EmbedSize => ({ kind: 'fill', form });
  const pixels = (width: number, height: number): EmbedSize => ({ kind: 'fixed', width, height });

  test('brings the room that it is read in, and takes it away again', () => {
    expect((['wide', 'square', 'tall'] as const).map((form) => sizeWith(fill(form), true))).toEqual(
      Array<EmbedSize>(3).fill(fill('tall')),
    );
    expect(sizeWith(fill('tall'), false)).toEqual(fill('square'));
    expect(sizeWith(fill('wide'), false)).toEqual(fill('wide'));
    for (const transcript of [true, false]) expect(sizeWith(pixels(640, 360), transcript)).toEqual(pixels(640, 360));
  });

  test('is out of sight in a low frame, and the height that is told then is high enough', () => {
    for (const size of [fill('wide'), fill('square'), pixels(640, 360), pixels(2000, 400)]) {
      const height = heightForText(size, true);
      expect(height, JSON.stringify(size)).toBeGreaterThan(0);
      expect(height).toBeLessThanOrEqual(SIZE_LIMITS.height.most);
      expect(heightForText(size, false)).toBeUndefined();
      if (size.kind === 'fixed') expect(heightForText({ ...size, height: height! }, true)).toBeUndefined();
    }
    expect(heightForText(fill('tall'), true)).toBeUndefined();
  });
});

test('a choice is taken back by undefined', () =>
  expect(
    changed({ ...USUAL_CHOICE, chapter: 'sander', scheme: 'dark' }, { chapter: undefined, theme: 'luisteren' }),
  ).toEqual({
    ...USUAL_CHOICE,
    theme: 'luisteren',
    scheme: 'dark',
  }));
