/** What a media element tells, in the words of the media port: shared by every adapter that has an element. */
import type { MediaErrorKind, MediaState } from '../media-port';

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
] as const;

const ERROR_KINDS: Record<number, MediaErrorKind> = { 2: 'network', 3: 'decode', 4: 'unsupported' };

export function errorKind(code: number | undefined): MediaErrorKind | undefined {
  return code === undefined ? undefined : (ERROR_KINDS[code] ?? 'unknown');
}

/** A `<source>` that can't be had says so on itself, not on the element: NETWORK_NO_SOURCE is the element's word for "none left". */
export function elementError(video: HTMLVideoElement): MediaErrorKind | undefined {
  if (video.error) return errorKind(video.error.code);
  return video.networkState === HTMLMediaElement.NETWORK_NO_SOURCE ? 'unsupported' : undefined;
}

export function readElement(video: HTMLVideoElement): MediaState {
  return {
    time: video.currentTime,
    duration: video.duration,
    paused: video.paused,
    ended: video.ended,
    seeking: video.seeking,
    waiting: !video.paused && !video.ended && video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA,
    rate: video.playbackRate,
    volume: video.volume,
    muted: video.muted,
    error: elementError(video),
  };
}
