import { expect, test } from 'vitest';
import { setVttTimes, stamp } from './vtt-times';

const file = `WEBVTT

NOTE kept as it is

a-01
00:00:00.000 --> 00:00:00.000
<v Ann>One line,
and another.

a-02
00:00:00.000 --> 00:00:00.000 line:80%
<v Ann>Two.
`;

test('changes the timing line only, and keeps its settings', () => {
  expect(setVttTimes(file, [{ line: 11, start: 3_723_040, end: 3_725_000 }])).toBe(
    file.replace('00:00:00.000 --> 00:00:00.000 line', '01:02:03.040 --> 01:02:05.000 line'),
  );
});

test('keeps the line ends of the file', () => {
  const dos = file.replaceAll('\n', '\r\n');
  expect(setVttTimes(dos, [{ line: 6, start: 3000, end: 4000 }])).toBe(
    dos.replace('00:00:00.000 --> 00:00:00.000\r', '00:00:03.000 --> 00:00:04.000\r'),
  );
});

test('refuses a line without times rather than writing over words', () => {
  expect(() => setVttTimes(file, [{ line: 7, start: 0, end: 1000 }])).toThrow('Line 7');
});

test('writes hours, minutes, seconds and milliseconds', () => {
  expect(stamp(59_999)).toBe('00:00:59.999');
  expect(stamp(3_600_000)).toBe('01:00:00.000');
});
