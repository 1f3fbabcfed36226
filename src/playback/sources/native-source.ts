/** The browser's own player: what stands in the prerendered page, and all that a paused film needs. */
import type { MediaPort } from '../media-port';
import { watchTime } from './element-clock';
import { CHANGE_EVENTS, filesOf, noteStalls, readElement } from './element-state';
import { wantsEngine } from './hls-choice';

export function openNative(video: HTMLVideoElement): MediaPort {
  return {
    // What the bare element can't play an engine may, which comes when somebody is about to play.
    read: () => (wantsEngine(video) ? { ...readElement(video), error: undefined } : readElement(video)),
    play: () => video.play(),
    pause: () => video.pause(),
    seek: (time) => {
      video.currentTime = time;
    },
    setRate: (rate) => {
      video.playbackRate = rate;
    },
    setVolume: (volume) => {
      video.volume = volume;
    },
    setMuted: (muted) => {
      video.muted = muted;
    },
    files: () => filesOf(video),
    file: () => video.currentSrc,
    reload: (file) => {
      // An address of its own takes the place of all that the element has to choose from.
      if (file) video.src = file.src;
      else video.removeAttribute('src');
      video.load();
    },
    onChange: (listener) => {
      const stop = new AbortController();
      noteStalls(video, stop.signal);
      for (const name of CHANGE_EVENTS) video.addEventListener(name, listener, { signal: stop.signal });
      // The error of a <source> does not bubble; capturing sees it.
      video.addEventListener('error', listener, { capture: true, signal: stop.signal });
      return () => stop.abort();
    },
    onTime: (boundaries, listener) => watchTime(video, boundaries, listener),
  };
}
