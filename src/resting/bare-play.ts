/** Milliseconds that a film plays without controls while its player is on its way; then the browser's own stand in. */
const LATE = 1500;

interface BarePlay {
  /** Aborted when the player is there. */
  readonly signal: AbortSignal;
  readonly onBegin?: () => void;
}

/** Plays the bare element in the press itself, which is what browsers want to see. One that refuses leaves the film as it is. */
export function playBare(video: HTMLVideoElement, { signal, onBegin = () => {} }: BarePlay): void {
  video.play().then(
    () => {
      // A film that comes in slowly begins after its player is there.
      if (signal.aborted) return;
      onBegin();
      const late = setTimeout(() => (video.controls = true), LATE);
      signal.addEventListener('abort', () => clearTimeout(late));
    },
    () => {},
  );
}
