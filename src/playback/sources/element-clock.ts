/**
 * The ticks of the one clock, for sources that have an element. Nothing runs between two boundaries but what the element tells four times a
 * second: at every frame it was most of what playing cost. Three things tick, each for what the others miss: a timer is aimed at the next
 * boundary; a hidden metadata track fires `cuechange` there too, also in hidden windows, where timers are slow; `timeupdate` carries the
 * time bar along, and `seeking` and `seeked` tell of jumps.
 */
import { lastAtOrBefore } from '../../timeline/ranges';

const LABEL = 'boundaries';
/** How many boundaries the track holds: ten hours of film have twenty thousand, and a browser makes an object of each. */
const NEAR = 100;
/** As many are held on either side of now, at the least. */
const MARGIN = 20;
/** What brings the film nearer to boundaries that the track does not hold. */
const MOVES = ['timeupdate', 'seeking', 'loadedmetadata'] as const;
/** The element tells four times a second where it is: a boundary that is further away (in milliseconds) is aimed at later. */
const AIMED_WITHIN = 1000;
/** What moves the next boundary. */
const AIMED_AT = ['timeupdate', 'playing', 'seeked', 'ratechange', 'pause'] as const;
const EVENTS = ['timeupdate', 'seeking', 'seeked', 'play', 'pause', 'ended', 'loadedmetadata'] as const;

export function watchTime(video: HTMLVideoElement, boundaries: readonly number[], tick: () => void): () => void {
  const stop = new AbortController();
  for (const name of EVENTS) video.addEventListener(name, tick, { signal: stop.signal });
  watchBoundaries(video, boundaries, tick, stop.signal);
  aimAtBoundaries(video, boundaries, tick, stop.signal);
  return () => stop.abort();
}

function watchBoundaries(
  video: HTMLVideoElement,
  boundaries: readonly number[],
  tick: () => void,
  signal: AbortSignal,
) {
  // A text track can't be taken off a film: one that was left is used again.
  const left = [...video.textTracks].find(({ label, mode }) => label === LABEL && mode === 'disabled');
  const track = left ?? video.addTextTrack('metadata', LABEL);
  track.mode = 'hidden';
  let held = { from: 0, to: 0 };
  const empty = () => {
    for (const cue of [...(track.cues ?? [])]) track.removeCue(cue);
  };
  /** Those around the moment where the film is; renewed before it comes to the last of them. */
  const hold = () => {
    const here = lastAtOrBefore(boundaries, video.currentTime);
    const isHeldBefore = held.from === 0 || here - held.from > MARGIN;
    const isHeldAfter = held.to === boundaries.length || held.to - here > MARGIN;
    if (isHeldBefore && isHeldAfter) return;
    const from = Math.max(0, here - 2 * MARGIN);
    held = { from, to: Math.min(boundaries.length, from + NEAR) };
    empty();
    for (let index = held.from; index < held.to; index += 1) {
      const start = boundaries[index]!;
      track.addCue(new VTTCue(start, boundaries[index + 1] ?? start + 3600, ''));
    }
  };
  hold();
  for (const name of MOVES) video.addEventListener(name, hold, { signal });
  track.addEventListener('cuechange', tick, { signal });
  signal.addEventListener('abort', () => {
    // A track that is disabled shows none of its cues.
    empty();
    track.mode = 'disabled';
  });
}

/** A timer that is aimed at the next boundary, and aimed anew whenever the element tells where it is. */
function aimAtBoundaries(
  video: HTMLVideoElement,
  boundaries: readonly number[],
  tick: () => void,
  signal: AbortSignal,
) {
  let timer = 0;
  const aim = () => {
    clearTimeout(timer);
    if (video.paused || video.seeking || video.ended) return;
    const { currentTime: time, playbackRate: rate } = video;
    const next = boundaries[lastAtOrBefore(boundaries, time) + 1];
    if (next === undefined) return;
    const wait = ((next - time) / rate) * 1000;
    if (wait < AIMED_WITHIN) timer = window.setTimeout(reached, wait);
  };
  const reached = () => {
    tick();
    aim();
  };
  for (const name of AIMED_AT) video.addEventListener(name, aim, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  aim();
}
