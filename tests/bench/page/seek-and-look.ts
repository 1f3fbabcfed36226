/** Runs in a page: goes to another moment of the film, and looks which text stands there when the first frame of it is painted. */
export interface SeekToLook {
  readonly line: string;
  /** In seconds of the film. */
  readonly to: number;
  readonly playing: boolean;
  /** Without white space. */
  readonly expected: string;
}

export interface Looked {
  /** The text stood there in the very paint in which the page was told of the frame. */
  readonly right: boolean;
  /** How many milliseconds after the frame the text stood there; undefined where it did not come within a second. */
  readonly late?: number;
}

export async function seekAndLook({ line, to, playing, expected }: SeekToLook): Promise<Looked> {
  const video = document.querySelector('video')!;
  const isThere = () =>
    [...document.querySelectorAll(line)]
      .map(({ textContent }) => textContent)
      .join('')
      .replace(/\s+/g, '')
      .includes(expected);
  if (playing && video.paused) await video.play();
  if (!playing) video.pause();
  await new Promise((done) => setTimeout(done, 500));
  video.currentTime = to;
  const shownAt = await new Promise<number>((done) => {
    const onFrame: VideoFrameRequestCallback = (_now, { mediaTime, presentationTime }) => {
      if (Math.abs(mediaTime - to) > 0.25) video.requestVideoFrameCallback(onFrame);
      // Callbacks for frames run before those for the paint, so this is the last word on what is painted with the frame.
      else requestAnimationFrame(() => queueMicrotask(() => done(presentationTime)));
    };
    video.requestVideoFrameCallback(onFrame);
  });
  if (isThere()) return { right: true, late: 0 };
  const given = performance.now() + 1000;
  while (!isThere()) {
    if (performance.now() > given) return { right: false };
    await new Promise((done) => setTimeout(done, 1));
  }
  return { right: false, late: performance.now() - shownAt };
}
