/** Fetches what a page at rest does without: once, when somebody comes near. */

/** What tells that somebody is about to do something here. */
const NEAR = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown', 'focusin'] as const;
/** What a page does by itself counts too: somebody has scrolled it, or written a moment into its address. */
const MOVED = ['scroll', 'hashchange'] as const;

interface Wakes<App> {
  readonly load: () => Promise<App>;
  /** It is there: from now on it hears what is pressed. */
  readonly onAwake: (app: App) => void;
  /** It did not come in. Whoever presses something next tries again. */
  readonly onFail: () => void;
}

export class Waker<App> {
  readonly #wakes: Wakes<App>;
  readonly #awake = new AbortController();
  readonly #near = new AbortController();
  #called = false;

  constructor(wakes: Wakes<App>) {
    this.#wakes = wakes;
  }

  /** Aborted when all is there: what only a page at rest does ends with it. */
  get signal(): AbortSignal {
    return this.#awake.signal;
  }

  /** It is on its way, or there. */
  get called(): boolean {
    return this.#called;
  }

  /** Whoever comes near `target` wakes it; after a failure only who presses does. */
  listen(target: EventTarget): void {
    const { signal } = this.#near;
    for (const name of NEAR) target.addEventListener(name, this.#hear, { signal, passive: true, capture: true });
    for (const name of MOVED) addEventListener(name, this.wake, { signal, passive: true });
  }

  /** A browser tells of a pointer too that lies still where a page comes in, or passes under it: nobody has come near. */
  #hear = (event: Event): void => {
    if (event.type === 'pointermove' && event instanceof MouseEvent && event.movementX === 0 && event.movementY === 0)
      return;
    this.wake();
  };

  /** Safe to call often. */
  wake = (): void => {
    if (this.#called) return;
    this.#called = true;
    this.#wakes
      .load()
      .finally(() => this.#near.abort())
      .then(
        (app) => {
          this.#awake.abort();
          this.#wakes.onAwake(app);
        },
        (reason: unknown) => {
          this.#called = false;
          this.#wakes.onFail();
          throw reason;
        },
      );
  };
}
