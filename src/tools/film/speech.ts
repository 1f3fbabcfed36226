/** Speaks a line with espeak-ng, slowly enough to be read. The same words always give the same sound. */
import { execFileSync } from 'node:child_process';
import { readWav, type Sound } from './wav';
import { trimVoice } from './voice-shape';

/** Who speaks: the narrator, or the side of the table that is drawn round or straight. */
export type Side = 'narrator' | 'round' | 'straight';

/** Three voices of espeak-ng's Dutch that differ in pitch and in sound, so that they are told apart with closed eyes too. */
const VOICES: Readonly<Record<Side, { readonly variant: string; readonly pitch: number; readonly speed: number }>> = {
  narrator: { variant: '', pitch: 42, speed: 138 },
  round: { variant: '+klatt4', pitch: 58, speed: 136 },
  straight: { variant: '+f2', pitch: 46, speed: 138 },
};
/** Slower than this the voice falls apart into syllables. */
const SLOWEST = 96;

export interface Spoken {
  readonly sound: Sound;
  /** How long the voice can be heard, in milliseconds. */
  readonly voice: number;
  /** How long the whole recording is: a trace longer. */
  readonly recording: number;
  readonly speed: number;
}

function speakAt(words: string, language: string, side: Side, speed: number): Spoken {
  const { variant, pitch } = VOICES[side];
  const args = ['-v', language + variant, '-s', String(speed), '-p', String(pitch), '-a', '70', '--stdout', words];
  const { sound, voice } = trimVoice(readWav(execFileSync('espeak-ng', args, { maxBuffer: 1 << 26 })));
  return { sound, voice: voice * 1000, recording: (sound.samples.length / sound.rate) * 1000, speed };
}

/** `atLeast` is the time in milliseconds that the line has to stand to be read; where the voice is faster, it slows down. */
export function speak(words: string, language: string, side: Side, atLeast: number): Spoken {
  let spoken = speakAt(words, language, side, VOICES[side].speed);
  while (spoken.recording < atLeast && spoken.speed > SLOWEST) {
    const slower = Math.floor((spoken.speed * spoken.recording) / atLeast);
    spoken = speakAt(words, language, side, Math.max(SLOWEST, Math.min(spoken.speed - 1, slower)));
  }
  return spoken;
}
