/** What the picture knows about the film: plain data, so that a frame depends on nothing else. */
import type { Plate } from '../../../edition/schema';

export const FRAMES_A_SECOND = 25;

export interface StoryChapter {
  readonly id: string;
  readonly plate: Plate;
  /** In seconds; the chapters together cover the whole film. */
  readonly start: number;
  readonly end: number;
}

export interface Story {
  readonly seconds: number;
  readonly title: string;
  /** Small lines below the title and at the end, one for each language. */
  readonly opening: readonly string[];
  readonly closing: readonly string[];
  readonly leadIn: number;
  readonly tail: number;
  readonly chapters: readonly StoryChapter[];
  /** How many people the film has on either side: they stand on the horizon at the end. */
  readonly people: readonly [round: number, straight: number];
  /** For each frame between 0 and 1: how loud a side speaks now, and, slower, whether it has the word. */
  readonly voices: Readonly<
    Record<'round' | 'straight', { readonly loud: readonly number[]; readonly word: readonly number[] }>
  >;
}
