import { expect, test } from 'vitest';
import { helpLinesOf } from './help-lines';

const line = (name: string) => ({ name, how: 'Call.' });
const note = (...names: string[]) => ({ title: 'Hard', text: 'Hard.', help: names.map(line) });

test('help lines of all notes, each once, in the order they come', () => {
  expect(helpLinesOf({ notes: { one: note('a', 'b'), two: note('b', 'c') } }).map(({ name }) => name)).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('an edition without notes has none', () => expect(helpLinesOf({ notes: {} })).toEqual([]));
