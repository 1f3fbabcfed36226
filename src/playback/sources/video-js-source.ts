/**
 * Video.js 8 over the element that is already there. It takes over without the viewer seeing it: the same element, time and state
 * (see pitfalls: the source is given as the absolute address that already plays, or it would start anew). It draws nothing.
 */
import type { MediaPort } from '../media-port';
import { watchTime } from './element-clock';
import { CHANGE_EVENTS, elementError, errorKind, readElement } from './element-state';

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

/** The address and type of what plays, or will: `currentSrc` is empty until the element has chosen. */
function currentSource(video: HTMLVideoElement): { src: string; type: string } | undefined {
  const sources = [...video.querySelectorAll('source')];
  const playing = sources.find(({ src }) => src === video.currentSrc);
  const chosen = playing ?? sources.find(({ type }) => video.canPlayType(type) !== '') ?? sources[0];
  return chosen && { src: chosen.src, type: chosen.type.split(';')[0]!.trim() };
}

/** Rejects where the element has found none of its files: taken over, it would forget that, and nobody would be told. */
export async function takeOver(video: HTMLVideoElement): Promise<MediaPort> {
  window.VIDEOJS_NO_DYNAMIC_STYLE = true;
  const { default: videojs } = await import('video.js/core.es.js');
  if (elementError(video) !== undefined) {
    // An element that has just begun to choose says the same for a moment.
    await new Promise((resolve) => setTimeout(resolve));
    if (elementError(video) !== undefined) throw new Error('The film can not be had.');
  }
  const source = currentSource(video);
  const { volume } = video;
  const player = videojs(video, {
    ...LEAST_UI,
    sources: source ? [source] : [],
    html5: { nativeTextTracks: true },
    preload: video.preload,
    disablePictureInPicture: false,
  });
  // Video.js sets its source a timer's turn after it is made; until then it would hold back a play and lose a seek.
  await new Promise<void>((resolve) => player.ready(() => player.setTimeout(resolve, 1)));
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
    onChange: (listener) => {
      const names = [...CHANGE_EVENTS];
      player.on(names, listener);
      return () => player.off(names, listener);
    },
    onTime: (boundaries, listener) => watchTime(video, boundaries, listener),
  };
}
