import { afterEach, beforeEach, expect, test } from 'vitest';
import { selectedLines, wordsWithin } from './selected-lines';

let list: HTMLElement;

/** Lines as the text of the film draws them: a time, a name, words in pieces, and the other language under it. */
function line(id: string, name: string | undefined, ...pieces: string[]): HTMLElement {
  const item = document.createElement('li');
  item.id = id;
  item.dataset['part'] = 'line';
  const time = document.createElement('a');
  time.append('0:12');
  item.append(time);
  for (const language of ['nl', 'en']) {
    const text = document.createElement('p');
    text.lang = language;
    if (name && language === 'nl')
      text.append(Object.assign(document.createElement('b'), { textContent: `${name}: ` }));
    for (const piece of pieces) {
      const own = document.createElement('span');
      own.append(language === 'nl' ? piece : piece.toUpperCase());
      text.append(own);
    }
    item.append(text);
  }
  return item;
}

beforeEach(() => {
  list = document.createElement('ol');
  list.append(
    line('one', 'Nena', 'Het moet ', 'van twee kanten'),
    line('two', undefined, 'Zo  is het.'),
    line('three', 'Suzan', 'Dat’s', ' waar.'),
  );
  const before = Object.assign(document.createElement('p'), { textContent: 'outside' });
  document.body.append(before, list);
});
afterEach(() => {
  getSelection()!.removeAllRanges();
  document.body.replaceChildren();
});

const words = (id: string, piece: number) => list.querySelectorAll(`#${id} [lang=nl] span`)[piece]!.firstChild!;

function select(from: Node, start: number, to: Node, end: number) {
  getSelection()!.setBaseAndExtent(from, start, to, end);
  const selected = selectedLines(list, getSelection());
  return (
    selected && {
      lines: [selected.first.id, selected.last.id],
      language: selected.language,
      first: wordsWithin(selected.range, selected.first, 'nl'),
      last: wordsWithin(selected.range, selected.last, 'nl'),
    }
  );
}

test('words of one line', () => {
  expect(select(words('one', 0), 4, words('one', 1), 8)).toEqual({
    lines: ['one', 'one'],
    language: 'nl',
    first: 'moet van twee',
    last: 'moet van twee',
  });
});

test('from the middle of one line to the middle of another, in either direction', () => {
  const expected = { lines: ['one', 'three'], language: 'nl', first: 'twee kanten', last: 'Dat’s' };
  expect(select(words('one', 1), 4, words('three', 0), 5)).toEqual(expected);
  expect(select(words('three', 0), 5, words('one', 1), 4)).toEqual(expected);
});

test('whole lines, the name left out of the words', () => {
  expect(select(list, 0, list, 2)).toEqual({
    lines: ['one', 'two'],
    language: undefined,
    first: 'Het moet van twee kanten',
    last: 'Zo is het.',
  });
});

test('a selection that ends where the next line begins is of one line', () => {
  expect(select(words('two', 0), 0, list.querySelector('#three')!, 0)?.lines).toEqual(['two', 'two']);
  expect(select(words('two', 0), 0, words('three', 0), 0)?.lines).toEqual(['two', 'two']);
});

test('it is copied in the language in which it begins', () => {
  const english = list.querySelector('#one [lang=en] span')!.firstChild!;
  expect(select(english, 0, words('two', 0), 2)?.language).toBe('en');
});

test.for<[string, () => ReturnType<typeof select>]>([
  ['nothing', () => select(words('one', 0), 3, words('one', 0), 3)],
  ['only a time', () => select(list.querySelector('#one a')!, 0, list.querySelector('#one a')!, 1)],
  ['only a name', () => select(list.querySelector('b')!, 0, list.querySelector('b')!, 1)],
  ['what begins outside', () => select(document.querySelector('p')!, 0, words('two', 0), 2)],
])('%s is no passage', ([, chosen]) => expect(chosen()).toBeUndefined());

test('no selection at all', () => {
  getSelection()!.removeAllRanges();
  expect(selectedLines(list, getSelection())).toBeUndefined();
  expect(selectedLines(list, null)).toBeUndefined();
});
