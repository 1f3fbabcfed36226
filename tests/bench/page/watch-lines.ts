/** Runs in a page whose film plays: which frames were shown when, and which text stood in the page from when on. */
import type { Change, Frame } from '../lateness';

export interface Seen {
  readonly frames: Frame[];
  readonly changes: Change[];
}

export interface LinesToWatch {
  readonly line: string;
  readonly region: string;
  /** Of the film, in seconds. */
  readonly from: number;
  readonly to: number;
  readonly rate: number;
}

/** Plays the film from `from` to `to` at `rate`, and writes down what is seen. A film that does not go on is waited for ten seconds. */
export async function watchLines({ line, region, from, to, rate }: LinesToWatch): Promise<Seen> {
  const video = document.querySelector('video')!;
  const frames: Frame[] = [];
  const changes: Change[] = [];
  const look = () => {
    const text = [...document.querySelectorAll(line)].map(({ textContent }) => textContent).join('');
    const bare = text.replace(/\s+/g, '');
    if (bare !== changes.at(-1)?.[1]) changes.push([performance.now(), bare]);
  };
  video.playbackRate = rate;
  video.currentTime = from;
  await new Promise((done) => video.addEventListener('seeked', done, { once: true }));
  if (video.paused) await video.play();
  const observer = new MutationObserver(look);
  const options = { subtree: true, childList: true, characterData: true, attributes: true };
  observer.observe(document.querySelector(region) ?? document.body, options);
  look();
  const given = performance.now() + 10_000;
  await new Promise<void>((done) => {
    const onFrame: VideoFrameRequestCallback = (_now, { mediaTime, presentationTime }) => {
      frames.push([mediaTime, presentationTime]);
      if (mediaTime >= to || performance.now() > given) done();
      else video.requestVideoFrameCallback(onFrame);
    };
    video.requestVideoFrameCallback(onFrame);
    setTimeout(done, 10_000);
  });
  observer.disconnect();
  return { frames, changes };
}
