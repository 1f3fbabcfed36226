/** Speaks every line of a score and sets its times. */
import type { Score, ScoreLine } from './score';
import { speak, type Spoken } from './speech';
import { readingTime, RULES, setTimes, type TimedLine } from './times';
import type { Sound } from './wav';

export interface FilmLine extends TimedLine {
  readonly side: ScoreLine['side'];
  readonly sound: Sound;
}

export interface SpokenScore {
  readonly lines: readonly FilmLine[];
  readonly total: number;
  /** What a person ought to know, one sentence each. */
  readonly remarks: readonly string[];
}

export function speakScore({ lines, language }: Score): SpokenScore {
  const remarks: string[] = [];
  const spoken = new Map<string, Spoken>();
  for (const line of lines) {
    const needed = readingTime(line.words.length, line.otherLengths);
    const voice = speak(line.words, language, line.side, needed);
    spoken.set(line.id, voice);
    // A frame less than it takes to read is no reason to speak: nobody reads by the frame.
    if (voice.recording < needed - 1)
      remarks.push(
        `${line.id} is said in ${(voice.recording / 1000).toFixed(2)} s and needs ${needed / 1000} s to be read.`,
      );
    if (voice.voice > RULES.longest)
      remarks.push(`${line.id} takes ${(voice.voice / 1000).toFixed(2)} s: make two lines of it.`);
  }
  const voices = lines.map((line) => {
    const { voice = 0, recording = 0 } = spoken.get(line.id) ?? {};
    return { id: line.id, chapter: line.chapter, voice, recording };
  });
  const { lines: timed, total } = setTimes(voices);
  const bySide = new Map(lines.map((line) => [line.id, line.side]));
  return {
    lines: timed.map((line) => ({
      ...line,
      side: bySide.get(line.id) ?? 'narrator',
      sound: spoken.get(line.id)?.sound ?? { rate: 22050, samples: new Float32Array() },
    })),
    total,
    remarks,
  };
}
