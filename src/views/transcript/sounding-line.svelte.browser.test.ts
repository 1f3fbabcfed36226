import { flushSync, untrack } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import type { Cue } from '../../timeline/edition-data';
import { SoundingLine } from './sounding-line.svelte';

const cueOf = (nth: number): Cue => ({ id: `line-${nth}`, start: nth, end: nth + 1 }) as Cue;

test('a next line is news for the line that was and the one that is, and for no other', () => {
  const cues = [0, 1, 2, 3].map(cueOf);
  let sounds = $state.raw<Cue>();
  const drawn: string[] = [];
  const end = $effect.root(() => {
    const line = new SoundingLine(() => sounds);
    for (const cue of cues)
      $effect(() => {
        const isIt = line.is(cue);
        untrack(() => drawn.push(`${cue.id} ${isIt}`));
      });
  });
  onTestFinished(end);
  const afterwards = (next: Cue | undefined) => {
    drawn.length = 0;
    sounds = next;
    flushSync();
    return [...drawn].sort();
  };
  flushSync();
  expect(drawn).toEqual(['line-0 false', 'line-1 false', 'line-2 false', 'line-3 false']);
  expect(afterwards(cues[1])).toEqual(['line-1 true']);
  expect(afterwards(cues[2])).toEqual(['line-1 false', 'line-2 true']);
  expect(afterwards(cues[2])).toEqual([]);
  expect(afterwards(cueOf(9))).toEqual(['line-2 false']);
  expect(afterwards(cues[0])).toEqual(['line-0 true']);
  expect(afterwards(undefined)).toEqual(['line-0 false']);
});
