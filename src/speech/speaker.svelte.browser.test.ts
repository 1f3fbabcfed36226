import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installStandInVoices, type StandInSpeech } from '../../tests/support/stand-in-voices';
import { Speaker } from './speaker.svelte';

const DUTCH = { lang: 'nl-NL', localService: true };
const ENGLISH = { lang: 'en_GB', localService: true };
const FAR = { lang: 'fr-FR', localService: false };

let given: StandInSpeech[];
let speaker: Speaker;

/** A page whose list of voices has come. */
async function start(options: Parameters<typeof installStandInVoices>[0] = {}): Promise<void> {
  given = installStandInVoices({ voices: [FAR, ENGLISH, DUTCH], ...options });
  speaker = new Speaker();
  speaker.hasVoice('nl');
  await expect.poll(() => speechSynthesis.getVoices().length).toBeGreaterThan(0);
}
beforeEach(() => start());
afterEach(() => speaker.stop());

const texts = () => given.map(({ text }) => text);
const hasBegun = (count = 1) => expect.poll(() => given.length).toBe(count);

describe('voices', () => {
  test('come late, and the page is told', async () => {
    installStandInVoices();
    const late = new Speaker();
    const seen: boolean[] = [];
    const end = $effect.root(() => {
      $effect(() => void seen.push(late.hasVoice('nl')));
    });
    flushSync();
    expect(seen).toEqual([false]);
    await expect.poll(() => seen).toEqual([false, true]);
    end();
  });

  test('are found by language, however it is written', () =>
    expect(['nl', 'nl-BE', 'en', 'en-US', 'de'].map((code) => speaker.hasVoice(code))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]));

  test('that live elsewhere are never used', async () => {
    expect(speaker.hasVoice('fr')).toBe(false);
    expect(await speaker.speak('Bonjour.', 'fr')).toBe('stopped');
    expect(given).toEqual([]);
  });

  test('that the device prefers go first', async () => {
    await start({ voices: [DUTCH, { lang: 'nl-BE', localService: true, default: true }] });
    await speaker.speak('Hallo.', 'nl');
    expect(given[0]!.lang).toBe('nl-BE');
  });
});

test('a text is said sentence by sentence, at the speed that is asked for', async () => {
  expect(await speaker.speak('Een zin. Nog een.', 'nl', { rate: 1.5 })).toBe('said');
  expect(given).toEqual([
    { text: 'Een zin.', lang: 'nl-NL', rate: 1.5, result: 'end' },
    { text: 'Nog een.', lang: 'nl-NL', rate: 1.5, result: 'end' },
  ]);
});

test('whoever ends a speech by its signal ends no speech that came after it', async () => {
  await start({ forALetter: 20 });
  const own = new AbortController();
  const first = speaker.speak('Een zin.', 'nl', { signal: own.signal });
  const second = speaker.speak('Nog een.', 'nl');
  expect(await first).toBe('stopped');
  own.abort();
  expect(await second).toBe('said');
  const last = new AbortController();
  const third = speaker.speak('Een derde zin.', 'nl', { signal: last.signal });
  last.abort();
  expect(await third).toBe('stopped');
});

test('stop silences it at once, and what was left is not said', async () => {
  await start({ forALetter: 50 });
  const speech = speaker.speak('Een zin. Nog een.', 'nl');
  await hasBegun();
  speaker.stop();
  expect(speechSynthesis.speaking).toBe(false);
  expect(await speech).toBe('stopped');
  expect(await speaker.speak('Daarna.', 'nl', { rate: 5 })).toBe('said');
  expect(texts()).toEqual(['Een zin.', 'Daarna.']);
});

test('the newest speech wins', async () => {
  await start({ forALetter: 50 });
  const first = speaker.speak('De eerste.', 'nl', { rate: 0.5 });
  await hasBegun();
  const second = speaker.speak('De tweede.', 'nl', { rate: 5 });
  expect([await first, await second]).toEqual(['stopped', 'said']);
  expect(given.map(({ result }) => result)).toEqual(['interrupted', 'end']);
});

test('a voice that another page silences counts as stopped', async () => {
  await start({ forALetter: 50 });
  const speech = speaker.speak('Een zin.', 'nl');
  await hasBegun();
  speechSynthesis.cancel();
  expect(await speech).toBe('stopped');
});

test('a voice that never tells its end counts as done after a while', async () => {
  await start({ endless: 'Stil' });
  expect(await speaker.speak('Stil. Verder.', 'nl')).toBe('said');
  expect(texts()).toEqual(['Stil.', 'Verder.']);
});

test('a page that is left is silent', async () => {
  await start({ forALetter: 50 });
  const speech = speaker.speak('Een zin.', 'nl');
  await hasBegun();
  dispatchEvent(new Event('pagehide'));
  expect(await speech).toBe('stopped');
});
