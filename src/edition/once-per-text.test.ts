import { expect, test, vi } from 'vitest';
import { oncePerFile, oncePerPiece } from './once-per-text';
import { problem, type Problem } from './problems';

const count = vi.fn((text: string) => text.length);

test('a file is worked on once for each text, and tells its problems every time', () => {
  count.mockClear();
  const work = oncePerFile(({ file, text }, problems) => {
    problems.push(problem('markdown-html', { file, line: 1 }));
    return count(text);
  });
  const of = (file: string, text: string, detail?: string) => {
    const problems: Problem[] = [];
    return [work({ file, text }, problems, detail), problems.length];
  };
  expect([of('a', 'one'), of('a', 'one'), of('b', 'one'), of('a', 'one')]).toEqual(Array(4).fill([3, 1]));
  expect(count).toHaveBeenCalledTimes(2);
  expect([of('a', 'three'), of('a', 'three'), of('a', 'three', 'in another way')]).toEqual(Array(3).fill([5, 1]));
  expect(count).toHaveBeenCalledTimes(4);
});

test('a piece is worked on once, and after very many once more', () => {
  count.mockClear();
  const work = oncePerPiece(count);
  expect([work('one'), work('three'), work('one')]).toEqual([3, 5, 3]);
  expect(count).toHaveBeenCalledTimes(2);
  for (let nth = 0; nth < 30_000; nth += 1) work(`${nth}`);
  work('one');
  expect(count.mock.calls.filter(([piece]) => piece === 'one')).toHaveLength(2);
});
