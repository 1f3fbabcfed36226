import { afterEach, expect, test, vi } from 'vitest';
import { mark, rangeOf, sentencesOn } from './spoken-text';

/** [part, text, is it a note]; an `_` is where another element begins and ends. */
type Block = readonly [part: string, text: string, note?: 'note'];
function page(...blocks: Block[]): HTMLElement {
  const article = document.createElement('article');
  for (const [part, text, note] of blocks) {
    const block = document.createElement('p');
    block.dataset['aloud'] = part;
    if (note) block.dataset['aloudNote'] = '';
    for (const [at, piece] of text.split('_').entries()) {
      const inner = document.createElement(at % 2 === 0 ? 'span' : 'a');
      inner.append(piece);
      block.append(inner);
    }
    article.append(block);
  }
  article.append('Niet voor te lezen.');
  document.body.append(article);
  return article;
}
afterEach(() => {
  document.querySelector('article')?.remove();
  vi.unstubAllGlobals();
});

const marked = () => [...(CSS.highlights.get('read-aloud') ?? [])].map(String);

test('every sentence is found where it stands, across the elements it is made of', () => {
  const sentences = sentencesOn(page(['kop', 'Een kop'], ['a', 'Een _zin die_ doorloopt. Nog _een._']), 'nl');
  expect(sentences.map(({ part, text }) => [part, text])).toEqual([
    ['kop', 'Een kop'],
    ['a', 'Een zin die doorloopt.'],
    ['a', 'Nog een.'],
  ]);
  for (const sentence of sentences) expect(rangeOf(sentence).toString()).toBe(sentence.text);
});

test('the last sentence of a note holds', () => {
  const sentences = sentencesOn(
    page(['a', 'Let op', 'note'], ['a', 'Dit is zwaar. Stop gerust.', 'note'], ['a', 'Het verhaal.']),
    'nl',
  );
  expect(sentences.filter(({ holds }) => holds).map(({ text }) => text)).toEqual(['Stop gerust.']);
});

test('a sentence is marked without a change of the page, and unmarked', () => {
  const article = page(['a', 'Een _zin._ Nog een.']);
  const before = article.innerHTML;
  const unmark = mark(sentencesOn(article, 'nl')[0]!);
  expect([marked(), article.innerHTML]).toEqual([['Een zin.'], before]);
  unmark();
  expect(marked()).toEqual([]);
});

test('a browser that cannot mark a part of a text shows its block', () => {
  vi.stubGlobal('CSS', {});
  const article = page(['a', 'Een zin.'], ['b', 'Nog een.']);
  const unmark = mark(sentencesOn(article, 'nl')[1]!);
  const shown = () => [...article.querySelectorAll('[data-aloud-now]')].map((block) => block.textContent);
  expect(shown()).toEqual(['Nog een.']);
  unmark();
  expect(shown()).toEqual([]);
});
