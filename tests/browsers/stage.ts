/** What every part of the smoke is given, and the words of the film's page for it. */
import { addressOf, wordsIn } from '../support/site';
import { until } from './until';
import type { Window } from './window';

export const LANGUAGE = 'nl';
export const t = wordsIn(LANGUAGE);

export interface Stage {
  /** Of the site, without a slash at its end. */
  readonly site: string;
  /** The first window of the browser. */
  readonly window: Window;
  /** For what is to be told of an engine besides that it does it. */
  readonly note: (text: string) => void;
  /** A file for a picture, in the folder of the engine. */
  readonly pictureFile: (name: string) => string;
}

export const filmAddress = (time: number, language = LANGUAGE): string =>
  addressOf({ view: 'film', language }, `#t=${time}`);

/** Opens the address anew, comes near, and waits until the app has taken over the page. */
export async function openAwake({ site }: Stage, window: Window, address: string): Promise<void> {
  // Another fragment alone would not load the page.
  await window.open('about:blank');
  await window.open(site + address);
  await awake(window);
}

export async function awake(window: Window): Promise<void> {
  await window.comeNear();
  await until('the app of the page', () =>
    window.run(
      () =>
        document.querySelector('[data-part=not-started]') === null &&
        document.querySelector('video')!.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA,
    ),
  );
}

export const filmOf = (window: Window) =>
  window.run(() => {
    const { currentTime: time, paused, videoWidth: width, videoHeight: height } = document.querySelector('video')!;
    return { time, paused, width, height };
  });

/** Waits until the film moves: a film that says it plays may still stand. */
export async function moves(window: Window): Promise<number> {
  const { time } = await filmOf(window);
  return until('a film that moves', async () => {
    const now = await filmOf(window);
    return !now.paused && now.time > time + 0.2 && now.time;
  }).catch(async (reason: Error) => {
    const state = await window.run(() => {
      const { currentTime, paused, muted, seeking, readyState, networkState, error } = document.querySelector('video')!;
      const { hidden } = document;
      return {
        page: location.pathname,
        currentTime,
        paused,
        muted,
        seeking,
        readyState,
        networkState,
        hidden,
        error: error?.message ?? '',
      };
    });
    throw new Error(`${reason.message} It is ${JSON.stringify(state)}.`);
  });
}

export const path = (window: Window) => window.run(() => location.pathname + location.hash);
export const textOfPart = (window: Window, part: string) =>
  window.run((name) => document.querySelector(`[data-part=${name}]`)?.textContent ?? null, part);
