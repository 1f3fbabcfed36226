import { expect, test } from 'vitest';
import { formatProblem, formatProblems, problem, PROBLEM_CODES, type ProblemCode } from './problems';
import { problemTable } from './problem-table';

const late = problem('cue-order', { file: 'nl.vtt', line: 12 }, { id: 'a-2' });
const early = problem('line-long', { file: 'nl.vtt', line: 3, column: 5 }, { length: 40 });
const other = problem('media-missing', { file: 'film.json', line: 7 }, { name: 'a.mp4' });

test('one problem begins with the place that editors turn into a link', () => {
  expect(formatProblem(early)).toBe(
    'nl.vtt:3:5: warning: This line has 40 characters. Break it or shorten it to 37. [line-long]',
  );
  expect(formatProblem(late)).toMatch(/^nl\.vtt:12: error: /);
});

test('all problems stand by file and line, and are counted', () => {
  expect(formatProblems([late, other, early])).toBe(
    [
      'film.json',
      '     7  error: The file public/a.mp4 is named here, but it is not there.',
      '        Put the file in that place, or correct its name (capitals count). [media-missing]',
      '',
      'nl.vtt',
      '     3  warning: This line has 40 characters.',
      '        Break it or shorten it to 37. [line-long]',
      '    12  error: The cue "a-2" begins before the cue above it.',
      '        Put the cues in the order of time. [cue-order]',
      '',
      '2 errors, 1 warning.',
    ].join('\n'),
  );
});

test('what a file holds is never read as something to fill in', () => {
  const { message } = problem('unknown-voice', { file: 'nl.vtt', line: 1 }, { name: '{names} $& $1', names: 'Anna' });
  expect(message).toBe('Nobody is called "{names} $& $1".');
});

test('a word without end is repeated as it begins, and a long list whole', () => {
  const at = { file: 'nl.vtt', line: 1 };
  const { message } = problem('word-long', at, { word: '👋'.repeat(2000), letters: 2000 });
  expect(message).toBe(`The word "${'👋'.repeat(150)}…" has 2000 letters.`);
  const names = Array.from({ length: 100 }, (_, nth) => `person-${nth}`).join(', ');
  expect(problem('unknown-voice', at, { name: 'Ana', names }).help).toContain(names);
});

test('every problem says what is wrong and what to do, in whole sentences', () => {
  for (const code of PROBLEM_CODES satisfies ProblemCode[]) {
    const { message, help } = problemTable[code];
    if (!message.startsWith('{')) expect(message, code).toMatch(/^["A-Z{].*\.$/s);
    if (!help.startsWith('{')) expect(help, code).toMatch(/^[A-Z].*[.)}]$|^Link to|^Put |^Name one/s);
  }
});
