import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bigEdition, SMALL, writeBigEdition, type EditionSize } from '../../tests/support/big-edition';
import { createTimeline } from '../timeline/timeline';
import { readEdition } from './read-edition';

test('an edition that is generated has no problem, not even a small one', () => {
  const root = mkdtempSync(join(tmpdir(), 'generated-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeBigEdition(root, SMALL);
  const { edition, problems } = readEdition({ root });
  expect(problems).toEqual([]);
  expect(edition?.data.cues).toHaveLength(SMALL.cues);
  expect(edition?.data.people).toHaveLength(SMALL.portraits);
  expect(edition?.data.themes).toHaveLength(SMALL.themes);
});

test('it is the same whenever it is generated', () => {
  expect([...bigEdition(SMALL)]).toEqual([...bigEdition(SMALL)]);
});

test('a size that nobody could read, or that leaves a theme without its two sides, is refused', () => {
  expect(() => bigEdition({ ...SMALL, hours: 0.01 })).toThrow('cannot be read');
  expect(() => bigEdition({ ...SMALL, themes: 90 })).toThrow('too few for 90 themes');
});

/** How long it takes, in processor time: other work on the machine does not count. */
function workOf(size: EditionSize): number {
  const root = mkdtempSync(join(tmpdir(), 'generated-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeBigEdition(root, size);
  const times = Array.from({ length: 4 }, () => {
    const before = process.cpuUsage();
    const { edition } = readEdition({ root });
    createTimeline(edition!.data);
    return process.cpuUsage(before).user;
  });
  return Math.min(...times);
}

test('an edition that is read again: four times the cues take some four times the work', () => {
  const [part, whole] = [1500, 6000].map((cues) => workOf({ cues, hours: cues / 1000, portraits: 6, themes: 20 }));
  // Where each cue looked at every other it would be sixteen times.
  expect(whole! / part!).toBeLessThan(8);
});
