/** Broken subtitle files that the checks find nothing unreadable in, for tests in the browser: it has no files of its own. */
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

/** A command of Vitest: the browser asks, Node answers. Every `count` times `HOSTILE_TIMES`. */
export function readableMutants(_: unknown, count: number): readonly ReadableMutant[] {
  const folders = new MutantFolders();
  try {
    const maker = folders.makerOf(smallFixture, 'subtitles/broodlicht/nl.vtt');
    const found: ReadableMutant[] = [];
    for (let number = 0; found.length < count * TIMES; number += 1) {
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
