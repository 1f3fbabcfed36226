/** Watches over a film that plays without its player, which alone can ask before a hard passage and say that a chapter is over. */
import type { Range } from '../timeline/ranges';

/** The element tells its time four times a second: the film waits this much before (seconds). */
const EARLY = 0.3;

interface Guard {
  readonly signal: AbortSignal;
  /** The film has been paused. */
  readonly onHold: () => void;
}

/** Pauses the film before each of `stops`, once: whoever then plays on wants to. */
export function guardBareFilm(video: HTMLVideoElement, stops: readonly Range[], { signal, onHold }: Guard): void {
  const met = new Set<Range>();
  const look = (): void => {
    const { currentTime: time, paused } = video;
    const stop = stops.find((each) => !met.has(each) && time >= each.start - EARLY && time < each.end);
    if (!stop || paused) return;
    met.add(stop);
    video.pause();
    onHold();
  };
  video.addEventListener('timeupdate', look, { signal });
}
