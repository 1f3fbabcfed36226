/** Named `.svelte` because it runs the voice's own effect, which needs runes. */
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installStandInVoices, type StandInSpeech } from '../../tests/support/stand-in-voices';
import { Now } from '../playback/now.svelte';
import { Player } from '../playback/player.svelte';
import { Preferences } from '../playback/preferences.svelte';
import { loadedFilm, removeFilms } from '../playback/sources/media-port.contract';
import { Speaker } from '../speech/speaker.svelte';
import type { EditionText, Person } from '../timeline/edition-data';
import { createTimeline, type Timeline } from '../timeline/timeline';
import { VoiceOver } from './voice-over.svelte';
import { bareEdition } from '../../tests/support/bare-edition';

const cue = (id: string, start: number, end: number, person?: string) => ({
  id,
  start,
  end,
  themes: [],
  ...(person !== undefined && { person }),
});
const data = bareEdition({
  cues: [cue('a', 0.5, 1.2, 'mila'), cue('b', 1.2, 2, 'mila'), cue('c', 2.6, 3.4)],
});
/** Tells what is to be seen in the pause before the last line. */
const description = { id: 'door', start: 2, end: 2.6 };
const text = {
  language: 'nl',
  words: { narrator: 'Verteller' },
  lines: { a: [{ text: 'De eerste\nregel.' }], b: [{ text: 'Nog een.' }], c: [{ text: 'Tot slot.' }] },
  descriptions: { door: 'De deur gaat open.' },
} as unknown as EditionText;

function timelineWithDescription(): Timeline {
  const timeline = createTimeline(data);
  const pause = timeline.momentAt(2);
  const described = { ...pause, description };
  const momentAt = (time: number) => {
    const moment = timeline.momentAt(time);
    return moment === pause ? described : moment;
  };
  return { ...timeline, momentAt };
}

let given: StandInSpeech[];
let player: Player;
let preferences: Preferences;
let speaker: Speaker;
let video: HTMLVideoElement;
let stop: () => void;

async function start(options: Parameters<typeof installStandInVoices>[0] = {}): Promise<void> {
  stop?.();
  given = installStandInVoices(options);
  speaker = new Speaker();
  player = new Player(timelineWithDescription());
  preferences = new Preferences(() => 'nl');
  preferences.set({ spoken: true });
  const voice = new VoiceOver({
    player,
    preferences,
    speaker,
    now: new Now(player),
    library: {
      text: (language) => (language === 'nl' ? text : undefined),
      person: (id) => (id === 'mila' ? ({ id, name: 'Mila' } as Person) : undefined),
    },
    pageLanguage: () => 'nl',
  });
  video = await loadedFilm();
  const detach = player.attach(video);
  const end = $effect.root(() => {
    $effect(() => voice.follow());
  });
  flushSync();
  await expect.poll(() => speechSynthesis.getVoices().length).toBe(options.voices?.length ?? 1);
  stop = () => {
    end();
    speaker.stop();
    detach();
    removeFilms();
  };
}
beforeEach(() => start());
afterEach(() => stop());

const texts = () => given.map((each) => each.text);
const begins = (count = 1) => expect.poll(() => given.length, { timeout: 5000 }).toBe(count);
const reaches = (time: number) => expect.poll(() => player.time, { timeout: 8000 }).toBeGreaterThan(time);

test('each line is spoken as it begins, with the name of who begins to speak', async () => {
  await player.play();
  await begins();
  expect(player.time).toBeGreaterThanOrEqual(0.5);
  expect(player.time).toBeLessThan(0.9);
  await reaches(3.5);
  expect(texts()).toEqual(['Mila: De eerste regel.', 'Nog een.', 'Verteller: Tot slot.']);
  expect(player.paused).toBe(false);
});

test('the film is softer while the voice speaks', async () => {
  await player.play();
  await begins();
  expect(video.volume).toBeLessThan(0.5);
  await expect.poll(() => video.volume).toBe(1);
  expect(given[0]!.result).toBe('end');
});

test('a voice that needs longer is waited for at the end of the line, and then the film goes on', async () => {
  await start({ forALetter: 60 });
  await player.play();
  await expect.poll(() => player.waitingFor, { timeout: 5000 }).toBe('voice');
  expect([video.paused, player.time, given[0]!.result]).toEqual([true, 1.199, undefined]);
  await reaches(1.3);
  expect([given[0]!.result, texts()[1]]).toEqual(['end', 'Nog een.']);
  expect(texts().filter((each) => each.includes('eerste'))).toHaveLength(1);
});

test('the voice keeps step with the speed of the film', async () => {
  player.setRate(2);
  await expect.poll(() => player.rate).toBe(2);
  await player.play();
  await begins();
  expect(given[0]!.rate).toBe(2);
});

test('pause silences it, and play says the line anew', async () => {
  await start({ forALetter: 30 });
  await player.play();
  await begins();
  player.pause();
  await expect.poll(() => given[0]!.result).toBe('interrupted');
  expect([speechSynthesis.speaking, video.volume]).toEqual([false, 1]);
  await player.play();
  await begins(2);
  expect(texts()).toEqual(['Mila: De eerste regel.', 'Mila: De eerste regel.']);
});

test('going elsewhere silences it, and the line there is spoken', async () => {
  await start({ forALetter: 30 });
  await player.play();
  await begins();
  player.seek(2.7);
  await expect.poll(() => given[0]!.result).toBe('interrupted');
  await expect.poll(() => texts().at(-1), { timeout: 5000 }).toBe('Verteller: Tot slot.');
  expect(texts()).not.toContain('Nog een.');
});

test('going elsewhere while the film waits for it silences it as well', async () => {
  await start({ forALetter: 200 });
  await player.play();
  await expect.poll(() => player.waitingFor, { timeout: 5000 }).toBe('voice');
  player.seek(5);
  await expect.poll(() => given[0]!.result).toBe('interrupted');
});

test('switched off, it is silent at once and the film does not wait', async () => {
  await start({ forALetter: 200 });
  await player.play();
  await expect.poll(() => player.waitingFor, { timeout: 5000 }).toBe('voice');
  preferences.set({ spoken: false });
  await expect.poll(() => given[0]!.result).toBe('interrupted');
  await reaches(2.7);
  expect(given).toHaveLength(1);
});

test('a device without a voice for the language has a film without one', async () => {
  await start({ voices: [{ lang: 'en-GB', localService: true }] });
  await player.play();
  await reaches(1.3);
  expect([given, video.volume]).toEqual([[], 1]);
});

test('a voice that never ends does not hold the film for ever', async () => {
  await start({ endless: 'eerste' });
  await player.play();
  await expect.poll(() => player.waitingFor, { timeout: 5000 }).toBe('voice');
  await reaches(1.3);
});

test('somebody else who speaks takes the voice, and the film goes on', async () => {
  await start({ forALetter: 200 });
  await player.play();
  await expect.poll(() => player.waitingFor, { timeout: 5000 }).toBe('voice');
  void speaker.speak('Iets anders.', 'nl');
  await reaches(1.3);
  expect(given[0]!.result).toBe('interrupted');
});

test('what is to be seen is told in its place, and the film waits for it', async () => {
  await start({ forALetter: 40 });
  preferences.set({ spoken: false, described: true });
  await player.play();
  await expect.poll(() => player.waitingFor, { timeout: 5000 }).toBe('voice');
  expect([player.time, texts()]).toEqual([2.599, ['De deur gaat open.']]);
  await reaches(2.7);
  expect(given[0]!.result).toBe('end');
});
