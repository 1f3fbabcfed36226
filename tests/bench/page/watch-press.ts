/** Runs in the page: from a real press to the first frame that follows it. */
export interface Watched {
  /** When the button of the mouse went down, in milliseconds of the page. */
  readonly pressedAt: number;
  /** When the first frame was painted. */
  readonly frameAt: number;
  /** When the third frame was handed to the screen, so that the film moves; undefined where it stands still. */
  readonly movesAt?: number;
}

interface PressWindow {
  /** Undefined as long as the frame has not come. */
  watched: () => Watched | undefined;
}

/** Of the film that stands still: from now on each frame is noted. Only one at or after `from` and before `to` counts, in seconds. */
export function watchPress({ from, to }: { readonly from: number; readonly to: number }): void {
  const frames: { now: number; filmTime: number; presented: number }[] = [];
  let pressedAt: number | undefined;
  const follow = (event: PointerEvent) => {
    if (!event.isTrusted) return;
    document.removeEventListener('pointerdown', follow, true);
    pressedAt = event.timeStamp;
  };
  document.addEventListener('pointerdown', follow, true);
  // A press on the browser's own controls stays with them; the browser still tells when the first one on a page was.
  new PerformanceObserver((list) => (pressedAt ??= list.getEntries()[0]!.startTime)).observe({ type: 'first-input' });
  const video = document.querySelector('video')!;
  const onFrame: VideoFrameRequestCallback = (now, { mediaTime, presentationTime }) => {
    frames.push({ now, filmTime: mediaTime, presented: presentationTime });
    video.requestVideoFrameCallback(onFrame);
  };
  video.requestVideoFrameCallback(onFrame);
  /** Frames that a busy page was not told of are counted back to: the film went on. */
  const startOf = ({ filmTime, presented }: (typeof frames)[number], start: number) =>
    presented - Math.max(0, filmTime - start) * 1000;
  const watched = () => {
    if (pressedAt === undefined) return undefined;
    const since = pressedAt;
    const isAfter = ({ now, filmTime }: (typeof frames)[number]) => now >= since && filmTime >= from && filmTime < to;
    const first = frames.findIndex(isAfter);
    const next = frames.slice(first).find((frame) => isAfter(frame) && frame.filmTime > from + 0.06);
    if (first < 0 || (!next && !video.paused)) return undefined;
    // A frame that waited under the poster is told to be as old as the press; it is there when it is painted.
    const frameAt = Math.max(frames[first]!.now, startOf(frames[first]!, from));
    return { pressedAt: since, frameAt, ...(next && { movesAt: startOf(next, from + 0.08) }) };
  };
  Object.assign(window, { watched } satisfies PressWindow);
}

/** What has been watched, when it has come. */
export const watchedPress = (): Watched | undefined => (window as unknown as PressWindow).watched();
