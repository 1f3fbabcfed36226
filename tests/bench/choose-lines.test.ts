import { expect, test } from 'vitest';
import { chooseLines } from './choose-lines';

const lines = Array.from({ length: 100 }, (_, index) => ({
  id: `line-${index}`,
  start: index * 4,
  end: index * 4 + 3,
  text: `These are the words of line ${index}.`,
}));
const startsOf = (chosen: readonly { start: number }[]) => chosen.map(({ start }) => start);

test('lines are spread over the film, and others come in the next run', () => {
  const [first, second] = [0, 1].map((run) => startsOf(chooseLines({ lines, asks: [] }, 10, run, 400)));
  expect(first).toHaveLength(10);
  expect(Math.max(...first!) - Math.min(...first!)).toBeGreaterThan(300);
  expect(first).not.toEqual(second);
});

test('none is near the ends of the film, where the film asks something, or says what the one before says', () => {
  const twice = lines.map((line, index) => (index === 50 ? { ...line, text: lines[49]!.text } : line));
  const chosen = startsOf(chooseLines({ lines: twice, asks: [[100, 120]] }, 1000, 0, 200));
  expect(Math.min(...chosen)).toBeGreaterThan(6);
  expect(Math.max(...chosen)).toBeLessThan(194);
  expect(chosen.filter((start) => start > 97 && start < 123)).toEqual([]);
  expect(startsOf(chooseLines({ lines: twice, asks: [] }, 1000, 0, 400))).not.toContain(200);
});
