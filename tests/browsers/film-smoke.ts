/** The film, what lies over it, the way to a portrait and back, its text, and the other language. */
import { wordsIn } from '../support/site';
import { edition, lineOf, linkedCue, textOf, timeline } from '../support/shipped-edition';
import { addressOf } from '../support/site';
import { LANGUAGE, awake, filmAddress, filmOf, moves, openAwake, path, t, textOfPart, type Stage } from './stage';
import { becomes, must, until } from './until';
import type { Window } from './window';

/** Seconds before what is waited for. */
const BEFORE = 2;
/** Seconds that an overlay, or the word that a film goes on, may be late on a busy machine without a graphics card; how much it was is told. */
const LATE = 0.4;
/** Seconds that the clock of the player rounds to, half of them down: an engine's own time may have more digits. */
const ROUNDED = 0.0005;

export async function playsFromRest({ site, window, note }: Stage): Promise<void> {
  await window.open(site + addressOf({ view: 'film', language: LANGUAGE }));
  const scripts = await window.run(
    () => performance.getEntriesByType('resource').filter(({ name }) => /\/app-[^/]+\.js$/.test(name)).length,
  );
  must(scripts === 0, 'The page did not rest: its app came before anybody was near.');
  await window.press('[data-part=begin]');
  await moves(window);
  await awake(window);
  const { width, height } = await filmOf(window);
  must(width > 0 && height > 0, 'The film has no picture.');
  const source = await window.run(() => document.querySelector('video')!.currentSrc.replace(/.*\//, ''));
  note(`${source}, ${width} × ${height}`);
}

/** Writes the time of the film into the page when the part first stands in it. Firefox runs scripts of a driver in a place of their own. */
async function shownAt(window: Window, part: string): Promise<number> {
  await window.run((name) => {
    const video = document.querySelector('video')!;
    const watcher = new MutationObserver(() => {
      if (!document.querySelector(`[data-part=${name}]`)) return;
      watcher.disconnect();
      document.documentElement.dataset['shownAt'] = String(video.currentTime);
    });
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
  }, part);
  await window.press('[data-part=play]');
  return Number(
    await until(`[data-part=${part}]`, () => window.run(() => document.documentElement.dataset['shownAt'] ?? null)),
  );
}

export async function overlays(stage: Stage): Promise<void> {
  const { window, note } = stage;
  const { words } = textOf(LANGUAGE);
  const chapter = timeline.chapters[1]!;
  const quote = timeline.quotes[2]!;
  for (const [part, start, text] of [
    ['overlay-chapter', chapter.start, words.chapters[chapter.chapter.id]!.title],
    ['overlay-quote', quote.start, words.quotes[quote.quote.id]!],
  ] as const) {
    await openAwake(stage, window, filmAddress(start - BEFORE));
    const shown = await shownAt(window, part);
    const late = shown - start;
    must(late >= -ROUNDED && late < LATE, `${part} came ${late.toFixed(4)} s after its line began.`);
    must((await textOfPart(window, part))?.includes(text) ?? false, `${part} does not say "${text}".`);
    note(`${part} ${Math.round(late * 1000)} ms`);
  }
}

const { person, paragraph } = linkedCue.paragraph!;

export async function subtitleToPortraitAndBack(stage: Stage): Promise<void> {
  const { window, note } = stage;
  await openAwake(stage, window, filmAddress(linkedCue.start));
  const line = lineOf(linkedCue, LANGUAGE).split('\n')[0]!;
  await until(`the line "${line}"`, async () => (await textOfPart(window, 'subtitles'))?.includes(line));
  for (const phrase of ['[data-part=subtitles] p a:not(.who)', '[data-part=subtitles] .who']) {
    await window.press('[data-part=play]');
    await moves(window);
    await window.press(phrase);
    const portrait = addressOf({ view: 'portrait', language: LANGUAGE, id: person }, `#${paragraph}`);
    await becomes('the address', portrait, () => path(window));
    const left = await filmOf(window);
    must(left.paused, 'The film went on while a portrait was opened.');
    await becomes('the paragraph of the phrase', { current: 'true', focused: true, seen: true }, () =>
      window.run((id) => {
        const element = document.getElementById(id)!;
        const { top } = element.getBoundingClientRect();
        return {
          current: element.getAttribute('aria-current'),
          focused: document.activeElement === element,
          seen: top >= 0 && top < innerHeight,
        };
      }, paragraph),
    );
    // How long the film has gone on since the press, by the clock: an engine may say late that it plays.
    await window.run(() => {
      const video = document.querySelector('video')!;
      let pressed = 0;
      addEventListener('click', () => (pressed = performance.now()), { capture: true, once: true });
      const keep = () => {
        const since = (performance.now() - pressed) / 1000;
        document.documentElement.dataset['wentOn'] = `${video.currentTime} ${since}`;
      };
      video.addEventListener('play', keep, { once: true });
    });
    // Some engines show a few frames more after they have said that they stand.
    const stands = await filmOf(window);
    must(stands.paused && Math.abs(stands.time - left.time) <= LATE, `Left at ${left.time}, stands at ${stands.time}.`);
    await window.press('a', t.corner.backAt.split('{{')[0]);
    const wentOn = await until('a film that goes on', () =>
      window.run(() => document.documentElement.dataset['wentOn'] ?? null),
    );
    const [time, since] = wentOn.split(' ').map(Number) as [number, number];
    const on = time - stands.time;
    must(on > -LATE && on < since + LATE, `Stood at ${stands.time}, ${since} s after the press at ${time}.`);
    note(`left at ${stands.time.toFixed(2)}, back at ${time.toFixed(2)}, ${since.toFixed(2)} s after the press`);
    await moves(window);
    // For the other phrase: the same line again.
    await openAwake(stage, window, filmAddress(linkedCue.start));
  }
}

export async function browsersOwnBack(stage: Stage): Promise<void> {
  const { window } = stage;
  await openAwake(stage, window, filmAddress(linkedCue.start));
  await window.press('[data-part=subtitles] .who');
  await until('the portrait', async () => (await path(window)).includes(`#${paragraph}`));
  await window.back();
  await until('the film', async () => (await path(window)).startsWith(addressOf({ view: 'film', language: LANGUAGE })));
  await becomes('the moment', linkedCue.start.toFixed(2), async () => (await filmOf(window)).time.toFixed(2));
}

export async function transcript(stage: Stage): Promise<void> {
  const { window } = stage;
  const cue = edition.data.cues.at(-12)!;
  await openAwake(stage, window, filmAddress(linkedCue.start));
  const current = () =>
    window.run(() => [...document.querySelectorAll('[data-part=line][aria-current]')].map(({ id }) => id));
  await becomes('the line that is marked', [`line-${linkedCue.id}`], current);
  await window.run((id) => document.getElementById(id)!.scrollIntoView(), `line-${cue.id}`);
  await window.press(`#line-${cue.id} b`);
  await becomes('the moment', cue.start.toFixed(2), async () => (await filmOf(window)).time.toFixed(2));
  await becomes('the line that is marked', [`line-${cue.id}`], current);
  must((await filmOf(window)).paused, 'A press on a line made a film play that stood still.');
}

export async function otherLanguage(stage: Stage): Promise<void> {
  const { window } = stage;
  const other = edition.data.languages.find((language) => language !== LANGUAGE)!;
  await openAwake(stage, window, filmAddress(linkedCue.start));
  await window.press('[data-part=play]');
  const before = await moves(window);
  await window.press(`nav a[hreflang=${other}], nav a[lang=${other}]`);
  await becomes('the language of the page', other, () => window.run(() => document.documentElement.lang));
  await until('the text in the other language', () =>
    window.run(
      (title) => [...document.querySelectorAll('h2')].some(({ textContent }) => textContent.trim() === title),
      wordsIn(other).transcript.title,
    ),
  );
  const after = await filmOf(window);
  must(!after.paused && after.time >= before && after.time < before + 10, `From ${before} to ${after.time}.`);
}
