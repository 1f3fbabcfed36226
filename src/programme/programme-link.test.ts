import { describe, expect, test } from 'vitest';
import { bareEdition } from '../../tests/support/bare-edition';
import { itemKey, MOST_ITEMS, MOST_TALK, MOST_WISHED, USUAL_TALK, type Programme } from './programme';
import { programmeFragment, readProgramme } from './programme-link';

const ids = ['sander', 'nena', 'van-twee-kanten', 'theme', '7', ...Array.from({ length: 60 }, (_, n) => `c-${n}`)];
const data = bareEdition({
  chapters: ids.map((id) => ({ id, from: 'a', to: 'a' })),
  themes: ['luisteren', 'sander', '8', 'unsaid'].map((id) => ({ id, slugs: {} })),
  cues: [{ id: 'a', start: 0, end: 1, person: 'x', themes: ['luisteren', 'sander', '8'] }],
});
const read = (fragment: string) => readProgramme(fragment, data);
const short = (fragment: string) => {
  const found = read(fragment);
  return found && [...found.programme.items.map((item) => `${itemKey(item)}=${item.talk}`), found.programme.wished];
};
const repairs = (fragment: string) => read(fragment)?.repairs;

const usual = '#programme=1/sander:10/theme:luisteren:8&minutes=45';
const asUsual = ['sander=10', 'theme:luisteren=8', 45];

/** The same numbers at every run. */
function* numbers(seed: number): Generator<(below: number) => number, never> {
  let state = seed;
  for (;;)
    yield (below) => {
      state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
      return Math.floor((state / 2 ** 32) * below);
    };
}

describe('a programme in an address', () => {
  test('is short and can be read', () => {
    const programme: Programme = {
      items: [
        { kind: 'chapter', id: 'sander', talk: 10 },
        { kind: 'theme', id: 'luisteren', talk: 8 },
      ],
      wished: 45,
    };
    expect(programmeFragment(programme)).toBe(usual);
    expect(read(usual)).toEqual({ programme, repairs: [] });
    expect(programmeFragment({ items: [] })).toBe('#programme=1');
  });

  test('comes back as it went, whatever is in it', () => {
    const any = numbers(7).next().value;
    const refs = [
      ...ids.map((id) => ({ kind: 'chapter' as const, id })),
      ...['luisteren', 'sander', '8'].map((id) => ({ kind: 'theme' as const, id })),
    ];
    for (let run = 0; run < 100; run += 1) {
      const left = [...refs];
      const items = Array.from({ length: any(MOST_ITEMS + 1) }, () => ({
        ...left.splice(any(left.length), 1)[0]!,
        talk: any(MOST_TALK + 1),
      }));
      const programme: Programme = { items, ...(any(2) === 1 && { wished: 1 + any(MOST_WISHED) }) };
      const fragment = programmeFragment(programme);
      expect(read(fragment), fragment).toEqual({ programme, repairs: [] });
      const mailed = `#${encodeURIComponent(fragment.slice(1))}`;
      expect(read(mailed), mailed).toEqual({ programme, repairs: [] });
      expect(fragment).toMatch(/^#[a-z0-9=:/&-]+$/);
    }
  });

  test('another fragment holds none', () => {
    for (const fragment of ['', '#', '#t=72', '#sander', '#programme', '#programma=1/sander', '#minutes=45'])
      expect(read(fragment), fragment).toBeUndefined();
  });

  test('one without items is empty, not broken', () => {
    for (const fragment of ['#programme=', '#programme=1', '#programme=1/', '#programme=1//'])
      expect(read(fragment), fragment).toEqual({ programme: { items: [] }, repairs: [] });
  });
});

describe('what mail and chat programs and people do to it is put right without a word', () => {
  test.each([
    ['signs of an address', '#programme=1%2Fsander%3A10%2Ftheme%3Aluisteren%3A8%26minutes%3D45'],
    ['small letters in them', '#programme=1%2fsander%3a10%2ftheme%3aluisteren%3a8&minutes=45'],
    ['twice', '#programme=1%252Fsander%253A10%252Ftheme%253Aluisteren%253A8&minutes=45'],
    ['an ampersand of HTML', '#programme=1/sander:10/theme:luisteren:8&amp;minutes=45'],
    ['a full stop behind it', `${usual}.`],
    ['a bracket and a full stop', `${usual}).`],
    ['a bracket of an angle', `${usual}%3E`],
    ['a quotation mark', `${usual}”`],
    ['a comma and a space', `${usual}, `],
    ['a broken line', '#programme=1/sander:10/\r\n theme:luisteren:8&minutes=45'],
    ['a written space', '#programme=1/sander:10/%20theme:luisteren:8&minutes=45'],
    ['a soft hyphen', '#programme=1/san\u00adder:10/theme:luisteren:8&minutes=45'],
    ['capitals', '#Programme=1/Sander:10/Theme:Luisteren:8&Minutes=45'],
    ['another order', '#minutes=45&programme=1/sander:10/theme:luisteren:8'],
    ['something behind it', `${usual}&utm_source=mail`],
    ['a sign that is none', '#programme=1/sander:10/theme:luisteren:8&minutes=45&x=%E0%A4%A'],
    ['no version', '#programme=sander:10/theme:luisteren:8&minutes=45'],
    ['one slash too many', '#programme=1//sander:10//theme:luisteren:8/&minutes=45'],
    ['something behind the minutes', '#programme=1/sander:10:3/theme:luisteren:8:3&minutes=45'],
    ['a name twice', `${usual}&programme=1/nena&minutes=9`],
  ])('%s', (_, fragment) => {
    expect(short(fragment)).toEqual(asUsual);
    expect(repairs(fragment)).toEqual([]);
  });

  test('an item without minutes has the usual ones', () => {
    expect(short('#programme=1/sander/theme:luisteren')).toEqual([
      `sander=${USUAL_TALK}`,
      `theme:luisteren=${USUAL_TALK}`,
      undefined,
    ]);
  });

  test('a chapter may be called theme, and ids may be numbers', () => {
    expect(short('#programme=1/theme:5/theme:8:6/7:3')).toEqual(['theme=5', 'theme:8=6', '7=3', undefined]);
    const without = { ...data, chapters: data.chapters.filter(({ id }) => id !== 'theme') };
    expect(readProgramme('#programme=1/theme:8', without)!.programme.items).toEqual([
      { kind: 'theme', id: '8', talk: USUAL_TALK },
    ]);
  });
});

describe('what is repaired is told', () => {
  test('another version: nothing is read', () => {
    for (const version of ['2', '0', '01', '99']) {
      const found = read(`#programme=${version}/sander:10&minutes=45`);
      expect(found).toEqual({ programme: { items: [] }, repairs: [{ kind: 'version', value: version }] });
    }
    expect(repairs(`#programme=${'9'.repeat(500)}`)).toEqual([{ kind: 'version', value: `${'9'.repeat(40)}…` }]);
  });

  test('what is not in the film', () => {
    const fragment = '#programme=1/nobody:5/sander:10/theme:nothing:5/theme:unsaid/luisteren:4';
    expect(short(fragment)).toEqual(['sander=10', undefined]);
    expect(repairs(fragment)).toEqual(
      ['nobody', 'theme:nothing', 'theme:unsaid', 'luisteren'].map((value) => ({ kind: 'unknown', value })),
    );
  });

  test('names that every object has are no items', () => {
    for (const id of ['constructor', '__proto__', 'tostring', 'hasownproperty', 'theme:constructor']) {
      expect(repairs(`#programme=1/${id}:5`), id).toEqual([{ kind: 'unknown', value: id }]);
      expect(read(`#${id}=1`)).toBeUndefined();
    }
    expect(repairs('#programme=1/:5')).toEqual([{ kind: 'unknown', value: ':5' }]);
  });

  test('what is named twice; a chapter and a theme of one name are two', () => {
    const fragment = '#programme=1/sander:10/nena:5/sander:3/theme:sander:4';
    expect(short(fragment)).toEqual(['sander=10', 'nena=5', 'theme:sander=4', undefined]);
    expect(repairs(fragment)).toEqual([{ kind: 'twice', value: 'sander' }]);
  });

  test.each([
    ['', USUAL_TALK],
    ['ten', USUAL_TALK],
    ['1e2', USUAL_TALK],
    ['0x10', USUAL_TALK],
    ['-4', 0],
    ['121', MOST_TALK],
    ['9'.repeat(400), MOST_TALK],
    ['7.6', 8],
    ['7,4', 7],
  ])('%s minutes of talk', (written, minutes) => {
    const value = written.length > 40 ? `${written.slice(0, 40)}…` : written;
    expect(read(`#programme=1/sander:${written}/nena:5`)).toEqual({
      programme: {
        items: [
          { kind: 'chapter', id: 'sander', talk: minutes },
          { kind: 'chapter', id: 'nena', talk: 5 },
        ],
      },
      repairs: [{ kind: 'minutes', value, minutes }],
    });
  });

  test.each([
    ['', 45],
    ['soon', 45],
    ['0', 1],
    ['481', MOST_WISHED],
  ])('%s minutes for the whole', (written, minutes) => {
    const found = read(`#programme=1/sander:5&minutes=${written}`)!;
    expect(found.programme.wished).toBe(minutes);
    expect(found.repairs).toEqual([{ kind: 'minutes', value: written, minutes }]);
  });

  test('more items than a programme has', () => {
    const fragment = `#programme=1/${ids.map((id) => `${id}:5`).join('/')}`;
    expect(read(fragment)!.programme.items.length).toBe(MOST_ITEMS);
    expect(repairs(fragment)).toEqual([{ kind: 'long' }]);
  });

  test('an address without end: told once, and read at once', () => {
    for (const piece of ['nobody:5/', 'c-1:5/', '%2F', '%', 'x', '&', '=', '&amp;', '%25', '😀']) {
      const began = performance.now();
      const found = read(`#programme=1/sander:10/${piece.repeat(300_000)}`)!;
      expect(performance.now() - began).toBeLessThan(500);
      expect(found.programme.items[0], piece).toEqual({ kind: 'chapter', id: 'sander', talk: 10 });
      expect(found.repairs.filter(({ kind }) => kind === 'long').length, piece).toBe(1);
      expect(found.repairs.length).toBeLessThanOrEqual(MOST_ITEMS + 1);
    }
  });

  test('what has been repaired is whole when it is written again', () => {
    const found = read('#programme=1/nobody/sander:900/sander&minutes=x')!;
    const again = read(programmeFragment(found.programme))!;
    expect(again).toEqual({ programme: found.programme, repairs: [] });
  });
});

test('what a repair tells of an address turns no sentence round', () => {
  expect(repairs(`#programme=1/${encodeURIComponent('\u202eniks\u2066')}`)).toEqual([
    { kind: 'unknown', value: 'niks' },
  ]);
});
