/**
 * Video.js 8 over the element that is already there. It takes over without the viewer seeing it: the same element, time and state
 * (see pitfalls: the source is given as the absolute address that already plays, or it would start anew). It draws nothing.
 */
import type { MediaFile, MediaPort } from '../media-port';
import { watchTime } from './element-clock';
import { CHANGE_EVENTS, elementError, errorKind, filesOf, noteStalls, readElement } from './element-state';
import { goWithoutEngine, wantsEngine } from './hls-choice';
import { isHls } from '../../timeline/film-source';

declare global {
  interface Window {
    /** Keeps Video.js from writing a <style> into the page, which a strict content security policy refuses. */
    VIDEOJS_NO_DYNAMIC_STYLE?: boolean;
  }
}

const LEAST_UI = {
  controls: false,
  bigPlayButton: false,
  controlBar: false,
  errorDisplay: false,
  loadingSpinner: false,
  posterImage: false,
  textTrackDisplay: false,
  textTrackSettings: false,
  titleBar: false,
  liveTracker: false,
  // Who moves the pointer is watched by the stage; at each rest Video.js would add a listener that stays until the pointer moves over the film.
  inactivityTimeout: 0,
  userActions: { click: false, doubleClick: false, hotkeys: false },
} as const;

/** Video.js compares types as they are written, and knows none with codecs. */
const bare = ({ src, type }: MediaFile): MediaFile => ({ src, type: type.split(';')[0]!.trim() });

/** Also where the browser would take the playlist by itself. */
const THROUGH_ENGINE = { vhs: { overrideNative: true }, nativeAudioTracks: false, nativeVideoTracks: false } as const;

/** The address and type of what plays, or will: `currentSrc` is empty until the element has chosen. `whole`: no playlist if it can be helped. */
function currentSource(video: HTMLVideoElement, whole: boolean): MediaFile | undefined {
  const all = [...video.querySelectorAll('source')];
  const files = all.filter((source) => !isHls(source));
  const sources = whole && files.length > 0 ? files : all;
  const playing = sources.find(({ src }) => src === video.currentSrc);
  const chosen = playing ?? sources.find(({ type }) => video.canPlayType(type) !== '') ?? sources[0];
  return chosen && bare(chosen);
}

/** All that Video.js may try, with its engine; one after the other, so that a playlist that can't be had is no end. */
const sourcesInOrder = (video: HTMLVideoElement): MediaFile[] => [...video.querySelectorAll('source')].map(bare);

/** Milliseconds: the engine is some 150 kB, and whoever has pressed play waits for it. */
const ENGINE_WITHIN = 8000;
/** Left out of a site whose edition has no film in parts. */
const loadEngine = (): Promise<unknown> =>
  import.meta.env.FILM_IN_PARTS ? import('./hls-engine') : Promise.reject(new Error('No engine in this site.'));

async function comesIn(load: () => Promise<unknown>): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), ENGINE_WITHIN));
  return Promise.race([
    load().then(
      () => true,
      () => false,
    ),
    late,
  ]);
}

interface Options {
  /** Called where the element is about to begin anew with another source, and forgets where it is. */
  onAnew?: () => void;
  engine?: () => Promise<unknown>;
}

/** Rejects where the element has found none of its files: taken over, it would forget that, and nobody would be told. */
export async function takeOver(
  video: HTMLVideoElement,
  { onAnew = () => {}, engine = loadEngine }: Options = {},
): Promise<MediaPort> {
  window.VIDEOJS_NO_DYNAMIC_STYLE = true;
  const { default: videojs } = await import('video.js/core.es.js');
  // What goes wrong is told to people, not to the console.
  videojs.log.level('off');
  const inParts = wantsEngine(video) && (await comesIn(engine));
  const missed = !inParts && wantsEngine(video);
  if (missed) goWithoutEngine(video);
  if (!inParts && elementError(video) !== undefined) {
    // An element that has just begun to choose says the same for a moment.
    await new Promise((resolve) => setTimeout(resolve));
    if (elementError(video) !== undefined) throw new Error('The film can not be had.');
  }
  const source = currentSource(video, missed);
  const { volume } = video;
  if (inParts || missed) onAnew();
  const player = videojs(video, {
    ...LEAST_UI,
    // Given at once, a playlist that the browser has taken by itself would be left to it.
    sources: source && !inParts ? [source] : [],
    html5: { nativeTextTracks: true, ...(inParts && THROUGH_ENGINE) },
    preload: video.preload,
    disablePictureInPicture: false,
  });
  if (inParts) player.src(sourcesInOrder(video));
  // Video.js sets its source a timer's turn after it is made; until then it would hold back a play and lose a seek.
  await new Promise<void>((resolve) => player.ready(() => player.setTimeout(resolve, 1)));
  // Four times a second it would tell itself the time, which nobody asks it for (our clock looks at the element); an engine does.
  if (!inParts) player.tech(true).off('timeupdate');
  // It begins with its own volume.
  player.volume(volume);

  return {
    read: () => {
      const element = readElement(video);
      return { ...element, error: errorKind(player.error()?.code) ?? element.error };
    },
    play: async () => {
      await player.play();
    },
    pause: () => {
      player.pause();
    },
    seek: (time) => {
      player.currentTime(time);
    },
    setRate: (rate) => {
      player.playbackRate(rate);
    },
    setVolume: (volume) => {
      player.volume(volume);
    },
    setMuted: (muted) => {
      player.muted(muted);
    },
    files: () => filesOf(video),
    // Not the element's own word: an engine gives it an address that nobody can ask for.
    file: () => player.currentSrc(),
    reload: (file) => {
      const again = file ?? source;
      if (again) player.src(bare(again));
    },
    onChange: (listener) => {
      const stop = new AbortController();
      noteStalls(video, stop.signal);
      const names = [...CHANGE_EVENTS];
      player.on(names, listener);
      stop.signal.addEventListener('abort', () => player.off(names, listener));
      return () => stop.abort();
    },
    onTime: (boundaries, listener) => watchTime(video, boundaries, listener),
  };
}
