/** Where a voice begins and ends in a recording, and how loud it is: what ties the voice to its subtitle. Pure. */
import type { Sound } from './wav';

const WINDOW_S = 0.005;
/** Softer than this against the loudest window counts as silence. */
const SILENCE_DB = -38;
/** What stays around the voice, so that no consonant is cut. */
const HEAD_S = 0.008;
const TAIL_S = 0.02;
const SPEECH_RMS = 0.1;

function windows({ rate, samples }: Sound): {
  readonly size: number;
  readonly rms: readonly number[];
  readonly loudest: number;
} {
  const size = Math.round(rate * WINDOW_S);
  const rms: number[] = [];
  for (let at = 0; at < samples.length; at += size) {
    let sum = 0;
    const end = Math.min(samples.length, at + size);
    for (let i = at; i < end; i += 1) sum += (samples[i] ?? 0) ** 2;
    rms.push(Math.sqrt(sum / (end - at)));
  }
  return { size, rms, loudest: rms.reduce((most, value) => Math.max(most, value), 0) };
}

/** First and last moment of the voice, in samples. */
export function voiceSpan(sound: Sound, silenceDb = SILENCE_DB): readonly [from: number, to: number] {
  const { size, rms, loudest } = windows(sound);
  const floor = loudest * 10 ** (silenceDb / 20);
  const first = rms.findIndex((value) => value > floor);
  const last = rms.findLastIndex((value) => value > floor);
  return first < 0 ? [0, sound.samples.length] : [first * size, Math.min(sound.samples.length, (last + 1) * size)];
}

export interface Trimmed {
  readonly sound: Sound;
  /** Seconds from the start of the sound to the end of what can be heard; the rest is the last consonant dying away. */
  readonly voice: number;
}

/** The voice alone, without the silence around it, as loud as every other line. */
export function trimVoice(sound: Sound): Trimmed {
  const { rate, samples } = sound;
  const [from, to] = voiceSpan(sound);
  const head = Math.max(0, from - Math.round(HEAD_S * rate));
  const tail = Math.min(samples.length, to + Math.round(TAIL_S * rate));
  const voice = samples.slice(head, tail);
  const { rms, loudest } = windows({ rate, samples: voice });
  // Loudness of the voiced parts only: a line with a long breath in it is not a soft line.
  const voiced = rms.filter((value) => value > loudest * 0.1);
  const power = voiced.reduce((sum, value) => sum + value * value, 0) / Math.max(1, voiced.length);
  const gain = power > 0 ? SPEECH_RMS / Math.sqrt(power) : 1;
  const fade = Math.round(rate * 0.004);
  const samplesOut = voice.map((value, i) => value * gain * Math.min(1, i / fade, (voice.length - 1 - i) / fade));
  return { sound: { rate, samples: samplesOut }, voice: (to - head) / rate };
}
