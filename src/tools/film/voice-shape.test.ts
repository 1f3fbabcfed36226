import { expect, test } from 'vitest';
import { trimVoice, voiceSpan } from './voice-shape';

const RATE = 22050;

/** A tone between two silences, in seconds. */
function spoken(before: number, voice: number, after: number, loud = 0.3) {
  const samples = new Float32Array(Math.round((before + voice + after) * RATE));
  for (let i = Math.round(before * RATE); i < Math.round((before + voice) * RATE); i += 1)
    samples[i] = loud * Math.sin((i / RATE) * 2 * Math.PI * 180);
  return { rate: RATE, samples };
}

test('finds the voice between two silences within 5 ms', () => {
  const [from, to] = voiceSpan(spoken(0.2, 1, 0.3));
  expect(Math.abs(from / RATE - 0.2)).toBeLessThan(0.006);
  expect(Math.abs(to / RATE - 1.2)).toBeLessThan(0.006);
});

test('leaves hardly more than the voice', () => {
  const { sound, voice } = trimVoice(spoken(0.2, 1, 0.3));
  expect(voice).toBeGreaterThan(1);
  expect(sound.samples.length / RATE).toBeGreaterThan(voice);
  expect(sound.samples.length / RATE).toBeLessThan(1.04);
});

test('a soft voice comes out as loud as a loud one', () => {
  const peak = (loud: number) =>
    trimVoice(spoken(0.1, 1, 0.1, loud)).sound.samples.reduce((most, one) => Math.max(most, one), 0);
  expect(peak(0.02)).toBeCloseTo(peak(0.6), 2);
});
