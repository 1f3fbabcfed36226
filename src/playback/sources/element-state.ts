/** What a media element tells, in the words of the media port: shared by every adapter that has an element. */
import type { MediaErrorKind, MediaFile, MediaState } from '../media-port';

export const CHANGE_EVENTS = [
  'play',
  'playing',
  'pause',
  'ended',
  'waiting',
  'canplay',
  'loadedmetadata',
  'durationchange',
  'seeking',
  'seeked',
  'ratechange',
  'volumechange',
  'error',
  'emptied',
  'stalled',
] as const;

/** Browsers tell that nothing comes in, and keep no note of it. */
const stalled = new WeakSet<HTMLVideoElement>();

/** Keeps that note, for as long as somebody listens. */
export function noteStalls(video: HTMLVideoElement, signal: AbortSignal): void {
  video.addEventListener('stalled', () => stalled.add(video), { signal });
  for (const name of ['progress', 'loadstart', 'suspend'])
    video.addEventListener(name, () => stalled.delete(video), { signal });
}

const ERROR_KINDS: Record<number, MediaErrorKind> = { 2: 'network', 3: 'decode', 4: 'unsupported' };

export function errorKind(code: number | undefined): MediaErrorKind | undefined {
  return code === undefined ? undefined : (ERROR_KINDS[code] ?? 'unknown');
}

/** A `<source>` that can't be had says so on itself, not on the element: NETWORK_NO_SOURCE is the element's word for "none left". */
export function elementError(video: HTMLVideoElement): MediaErrorKind | undefined {
  if (video.error) return errorKind(video.error.code);
  return video.networkState === HTMLMediaElement.NETWORK_NO_SOURCE ? 'unsupported' : undefined;
}

/**
 * A host that refuses ranges leaves the element nothing but the beginning to go to. Asked before the head of the film is there, WebKitGTK
 * takes it for a broadcast without a length, and stays with that: every moment is then behind its end.
 */
function isSeekable(video: HTMLVideoElement): boolean {
  if (video.readyState === HTMLMediaElement.HAVE_NOTHING) return true;
  const { seekable } = video;
  return seekable.length === 0 || seekable.end(seekable.length - 1) > 0;
}

export function readElement(video: HTMLVideoElement): MediaState {
  return {
    time: video.currentTime,
    duration: video.duration,
    paused: video.paused,
    ended: video.ended,
    seeking: video.seeking,
    waiting: !video.paused && !video.ended && video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA,
    seekable: isSeekable(video),
    stalled: stalled.has(video),
    rate: video.playbackRate,
    volume: video.volume,
    muted: video.muted,
    error: elementError(video),
  };
}

/** The element's own files; `maybe` is as good as browsers get. */
export const filesOf = (video: HTMLVideoElement): readonly MediaFile[] =>
  [...video.querySelectorAll('source')]
    .map(({ src, type }) => ({ src, type }))
    .filter(({ type }) => video.canPlayType(type) !== '');
