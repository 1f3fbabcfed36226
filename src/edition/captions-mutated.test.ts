/** Subtitle files broken by chance: the checks answer with problems, in time, and never with an exception. */
import { afterAll, expect, test } from 'vitest';
import { smallFixture } from '../../tests/fixtures/prepare-fixture';
import { SEED, TIMES } from '../../tests/support/seeded';
import { isAccepted, isReadable, MutantFolders, type Mutant } from '../../tests/support/subtitle-mutants';
import { sortProblems } from './problems';
import { readEdition } from './read-edition';

const folders = new MutantFolders();
afterAll(() => folders.remove());

/** Milliseconds of work. A file is read in some ten, the shipped one in a hundred. */
const LONGEST = 1000;
/** A message shows what is wrong; it does not repeat a file. */
const LONGEST_MESSAGE = 5000;

/** Every so many mutants the whole edition is read, which takes far longer, and has to say the same. */
const WHOLE = 40;

test.each([
  ['the small edition', smallFixture, 'subtitles/broodlicht/nl.vtt', 200],
  ['its other language', smallFixture, 'subtitles/broodlicht/en.vtt', 20],
  ['its descriptions', smallFixture, 'subtitles/broodlicht/nl.descriptions.vtt', 20],
  ['the shipped edition', '.', 'subtitles/in-de-dichter-bij-stand/nl.vtt', 20],
])('%s', (_, root, file, count) => {
  const maker = folders.makerOf(root, file);
  const faults: string[] = [];
  const counts = { tried: count * TIMES, readable: 0, accepted: 0, slowest: 0 };
  for (let number = 0; number < counts.tried; number += 1) {
    const mutant = maker.make(number);
    faults.push(...faultsOf(mutant, file).map((fault) => `mutant ${number} of seed ${SEED} ${fault}`));
    if (isReadable(mutant)) counts.readable += 1;
    if (isAccepted(mutant)) counts.accepted += 1;
    counts.slowest = Math.max(counts.slowest, mutant.milliseconds);
    if (number % WHOLE > 0) continue;
    const { edition, problems } = readEdition({ root: maker.root });
    expect(problems).toEqual(sortProblems(mutant.problems));
    expect(edition !== undefined).toBe(isAccepted(mutant));
  }
  if (TIMES > 1) console.log(file, counts);
  expect(faults).toEqual([]);
  // Otherwise only what nobody would write has been tried.
  expect(counts.accepted).toBeGreaterThan(0);
  expect(counts.accepted).toBeLessThan(counts.tried / 2);
});

function faultsOf({ problems, lines, milliseconds }: Mutant, file: string): string[] {
  return [
    ...(milliseconds > LONGEST ? [`takes ${milliseconds.toFixed()} ms`] : []),
    ...problems.flatMap(({ code, file: where, line, message, help }) => [
      ...(where === '' || !(line >= 1) || (where === file && line > lines) ? [`has ${code} at ${where}:${line}`] : []),
      ...(message.length + help.length > LONGEST_MESSAGE ? [`has ${code} with a message that nobody reads`] : []),
    ]),
  ];
}
