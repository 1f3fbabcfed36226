import { expect, test } from 'vitest';
import { FRAME_MS, readingTime, RULES, setTimes, toFrame } from './times';

const line = (id: string, chapter: string, voice: number, recording = voice) => ({ id, chapter, voice, recording });

test('the first line follows the title card', () => {
  expect(setTimes([line('a-01', 'a', 2000)]).lines[0]).toMatchObject({ start: RULES.leadIn, end: RULES.leadIn + 2000 });
});

test('a line ends with its voice, rounded up to a frame', () => {
  const [only] = setTimes([line('a-01', 'a', 2001)]).lines;
  expect(only?.end).toBe(RULES.leadIn + 2040);
});

test('a line ends with its voice, and the pause begins when the recording is over', () => {
  const [first, second] = setTimes([line('a-01', 'a', 1995, 2015), line('a-02', 'a', 1200)]).lines;
  expect(first).toMatchObject({ end: RULES.leadIn + 2000, over: RULES.leadIn + 2040 });
  expect(second?.start).toBe(RULES.leadIn + 2040 + RULES.pause);
});

test('a chapter ends with a longer pause than a line, and the film with a tail', () => {
  const { lines, total } = setTimes([line('a-01', 'a', 1200), line('a-02', 'a', 1200), line('b-01', 'b', 1200)]);
  const [first, second, third] = lines;
  expect((second?.start ?? 0) - (first?.end ?? 0)).toBe(RULES.pause);
  expect((third?.start ?? 0) - (second?.end ?? 0)).toBe(RULES.chapterPause);
  expect(total - (third?.end ?? 0)).toBe(RULES.tail);
});

test('a word of half a second still stands for a second', () => {
  const [only] = setTimes([line('a-01', 'a', 500)]).lines;
  expect((only?.end ?? 0) - (only?.start ?? 0)).toBe(RULES.shortest);
});

test('every time lies on a frame', () => {
  const voices = Array.from({ length: 40 }, (_, index) =>
    line(`a-${index}`, index < 20 ? 'a' : 'b', 1003 + index * 77),
  );
  for (const { start, end } of setTimes(voices).lines) {
    expect(start % FRAME_MS).toBe(0);
    expect(end % FRAME_MS).toBe(0);
  }
});

test('a frame that is exactly full is not rounded up to the next', () => {
  expect(toFrame(2040)).toBe(2040);
});

test('the slowest language sets the reading time', () => {
  expect(readingTime(60, [])).toBe(4000);
  expect(readingTime(60, [85])).toBe(5000);
  expect(readingTime(5, [5])).toBe(RULES.shortest);
});
