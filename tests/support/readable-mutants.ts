/** Broken subtitle files that the checks find nothing unreadable in, for tests in the browser: it has no files of its own. */
import { setImmediate } from 'node:timers/promises';
import { smallFixture } from '../fixtures/prepare-fixture';
import { isReadable, MutantFolders } from './subtitle-mutants';
import { TIMES } from './seeded';

export interface ReadableMutant {
  readonly name: string;
  readonly base64: string;
  readonly cues: readonly ReadCue[];
}

/** What a cue says, whoever reads it. Times are whole milliseconds. */
export interface ReadCue {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly voice: string;
  readonly text: string;
  readonly classes: readonly string[];
}

/**
 * A command of Vitest: the browser asks, Node answers. Every `count` times `HOSTILE_TIMES`. The same Node serves films to the tests beside it,
 * so it takes a breath after each file.
 */
export async function readableMutants(_: unknown, count: number): Promise<readonly ReadableMutant[]> {
  const folders = new MutantFolders();
  try {
    const maker = folders.makerOf(smallFixture, 'subtitles/broodlicht/nl.vtt');
    const found: ReadableMutant[] = [];
    for (let number = 0; found.length < count * TIMES; number += 1) {
      await setImmediate();
      const mutant = maker.make(number);
      if (!isReadable(mutant)) continue;
      const cues = mutant.cues.map(({ id, start, end, voice = '', text, classes }): ReadCue => ({
        id,
        start,
        end,
        voice,
        text,
        classes,
      }));
      found.push({ name: mutant.name, base64: mutant.bytes.toString('base64'), cues });
    }
    return found;
  } finally {
    folders.remove();
  }
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    readableMutants(count: number): Promise<readonly ReadableMutant[]>;
  }
}
