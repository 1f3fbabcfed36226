import { afterEach, beforeEach, expect, test } from 'vitest';
import { installStandInVoices, type StandInSpeech } from '../../tests/support/stand-in-voices';
import { Reading, type ReadSentence } from './reading.svelte';
import { Speaker } from './speaker.svelte';

const SENTENCES: readonly ReadSentence[] = [
  { text: 'Kop.', part: 'head' },
  { text: 'Let op.', part: 'hard', holds: true },
  { text: 'Zwaar een.', part: 'hard' },
  { text: 'Zwaar twee.', part: 'hard' },
  { text: 'Licht.', part: 'light' },
];

let given: StandInSpeech[];
let speaker: Speaker;
let reading: Reading<ReadSentence>;

async function start(forALetter = 5): Promise<void> {
  given = installStandInVoices({ forALetter });
  speaker = new Speaker();
  speaker.hasVoice('nl');
  await expect.poll(() => speechSynthesis.getVoices().length).toBe(1);
  reading = new Reading(speaker, () => 'nl');
  reading.start(SENTENCES);
}
beforeEach(() => start());
afterEach(() => reading.stop());

const texts = () => given.map(({ text }) => text);
const says = (text: string) => expect.poll(() => texts().at(-1)).toBe(text);
const isHeld = () => expect.poll(() => reading.state).toBe('held');

test('reads on by itself, and stops after a note until the reader asks for more', async () => {
  await isHeld();
  expect(texts()).toEqual(['Kop.', 'Let op.']);
  expect(reading.sentence?.text).toBe('Let op.');
  reading.goOn();
  await expect.poll(() => reading.state).toBe('off');
  expect(texts()).toEqual(SENTENCES.map(({ text }) => text));
  expect(reading.sentence).toBeUndefined();
});

test('the hard passage can be left out', async () => {
  await isHeld();
  reading.skipPart();
  await expect.poll(() => reading.state).toBe('off');
  expect(texts()).toEqual(['Kop.', 'Let op.', 'Licht.']);
});

test('no number of presses on "next" walks past a note', () => {
  for (const press of Array.from({ length: 4 }, () => reading.next)) press();
  expect([reading.state, reading.sentence?.text]).toEqual(['held', 'Let op.']);
});

test('a pause is silent, and the sentence is read anew after it', async () => {
  await start(50);
  await says('Kop.');
  reading.pause();
  expect([reading.state, speechSynthesis.speaking]).toEqual(['paused', false]);
  reading.goOn();
  await says('Let op.');
  expect(texts()).toEqual(['Kop.', 'Kop.', 'Let op.']);
});

test('previous and next move the place; in a pause nothing is said', async () => {
  await isHeld();
  reading.previous();
  expect([reading.state, reading.sentence?.text, reading.isFirst]).toEqual(['paused', 'Kop.', true]);
  reading.previous();
  expect(reading.sentence?.text).toBe('Kop.');
  reading.next();
  expect([reading.state, reading.sentence?.text]).toEqual(['paused', 'Let op.']);
  expect(texts()).toHaveLength(2);
});

test('another speed holds at once', async () => {
  await start(50);
  await says('Kop.');
  reading.setRate(1.5);
  await expect
    .poll(() => given.map(({ text, rate }) => [text, rate]))
    .toEqual([
      ['Kop.', 1],
      ['Kop.', 1.5],
    ]);
});

test('a voice that something else takes is a pause', async () => {
  await start(50);
  await says('Kop.');
  void speaker.speak('De film.', 'nl');
  await expect.poll(() => reading.state).toBe('paused');
  await says('De film.');
});

test('stop is silent and forgets the place', async () => {
  await start(50);
  await says('Kop.');
  reading.stop();
  expect([reading.state, reading.sentence, speechSynthesis.speaking]).toEqual(['off', undefined, false]);
});
