/** Puts every voice at its moment, over a breath of a room, and makes the whole as loud as it ought to be. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { FilmLine } from './speak-score';
import { writeWav, type Sound } from './wav';

/** LUFS. EBU R128 s2 asks -20 to -16 of what is heard on phones and laptops. */
const LOUDNESS = -20;
/** Above this a sample is bent rather than cut; nothing goes over `KNEE` + `ROOM`, -4 dB: a lossy codec adds up to 3 dB. */
const KNEE = 0.42;
const ROOM = 0.21;

export interface Loudness {
  readonly integrated: number;
  readonly range: number;
  readonly peak: number;
}

/** Softly, as a room sounds when nobody speaks: silence between two lines would seem a fault. */
function roomTone(length: number, rate: number): Float32Array {
  const tone = new Float32Array(length);
  let bits = 0x2545f491;
  let [slow, slower] = [0, 0];
  for (let i = 0; i < length; i += 1) {
    bits ^= bits << 13;
    bits ^= bits >>> 17;
    bits ^= bits << 5;
    slow += (bits / 2147483648 - slow) * 0.06;
    slower += (slow - slower) * 0.12;
    const seconds = i / rate;
    const swell = 1 + 0.25 * Math.sin(seconds * 0.23) + 0.15 * Math.sin(seconds * 0.61);
    tone[i] = slower * 0.0065 * swell * Math.min(1, seconds / 2, (length - i) / rate / 2.5);
  }
  return tone;
}

function mixVoices(lines: readonly FilmLine[], total: number): Sound {
  const rate = lines[0]?.sound.rate ?? 22050;
  const samples = roomTone(Math.round((total / 1000) * rate), rate);
  for (const { start, sound } of lines) {
    const at = Math.round((start / 1000) * rate);
    sound.samples.forEach((value, i) => {
      samples[at + i] = (samples[at + i] ?? 0) + value;
    });
  }
  return { rate, samples };
}

export function measureLoudness(file: string): Loudness {
  const args = ['-hide_banner', '-nostats', '-i', file, '-map', '0:a', '-af', 'ebur128=peak=true', '-f', 'null', '-'];
  const report = spawnSync('ffmpeg', args, { encoding: 'utf8', maxBuffer: 1 << 28 }).stderr;
  const summary = report.slice(report.lastIndexOf('Summary:'));
  const value = (name: string) => Number(new RegExp(`${name}:\\s+(-?[\\d.]+)`).exec(summary)?.[1] ?? Number.NaN);
  return { integrated: value('I'), range: value('LRA'), peak: value('Peak') };
}

const bend = (value: number): number => {
  const size = Math.abs(value);
  return size <= KNEE ? value : Math.sign(value) * (KNEE + ROOM * Math.tanh((size - KNEE) / ROOM));
};

/** Writes the finished sound to `file`. */
export function writeSoundtrack(lines: readonly FilmLine[], total: number, file: string): Loudness {
  const mixed = mixVoices(lines, total);
  writeFileSync(file, writeWav(mixed));
  // One gain for the whole film, so that nothing pumps; twice, because bending the peaks takes a little away.
  let gain = 1;
  let loudness = measureLoudness(file);
  for (let turn = 0; turn < 2; turn += 1) {
    gain *= 10 ** ((LOUDNESS - loudness.integrated) / 20);
    writeFileSync(file, writeWav({ rate: mixed.rate, samples: mixed.samples.map((value) => bend(value * gain)) }));
    loudness = measureLoudness(file);
  }
  return loudness;
}

/** The sound of a film as samples, as a player would hear it. */
export function decodeSound(file: string, rate: number): Float32Array {
  const args = ['-v', 'error', '-i', file, '-map', '0:a', '-ac', '1', '-ar', String(rate), '-f', 'f32le', '-'];
  const bytes = execFileSync('ffmpeg', args, { maxBuffer: 1 << 29 });
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~3)));
}
