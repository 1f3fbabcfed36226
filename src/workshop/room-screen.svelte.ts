/** The room's window as a screen: full or not, and a pointer that goes when nobody moves it. */

import { untrack } from 'svelte';

/** Seconds without a move before the pointer goes. */
const IDLE_AFTER = 3;

/** Matches in every kind of full screen: the page's own, and the browser's (F11). */
const FULL = '(display-mode: fullscreen)';

export class RoomScreen {
  full = $state(false);
  /** True while nobody moves the pointer. */
  idle = $state(false);
  readonly #onfullscreen: (full: boolean) => void;
  #screen: HTMLElement | undefined;
  #timer = 0;

  constructor(onfullscreen: (full: boolean) => void) {
    this.#onfullscreen = onfullscreen;
  }

  /** For `{@attach}` on what fills the window. */
  attach = (screen: HTMLElement): (() => void) => {
    this.#screen = screen;
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener('fullscreenchange', this.#read, { signal });
    matchMedia(FULL).addEventListener('change', this.#read, { signal });
    for (const name of ['pointermove', 'pointerdown'] as const) screen.addEventListener(name, this.#wake, { signal });
    untrack(this.#read);
    this.#wake();
    return () => {
      stop.abort();
      clearTimeout(this.#timer);
    };
  };

  toggle = async (): Promise<void> => {
    if (document.fullscreenElement) return document.exitFullscreen();
    try {
      await this.#screen?.requestFullscreen();
    } catch (reason) {
      // Browsers want a press in this window first; then the button is still there to be pressed.
      if (!(reason instanceof TypeError)) throw reason;
    }
  };

  #read = (): void => {
    const full = document.fullscreenElement !== null || matchMedia(FULL).matches;
    if (full === this.full) return;
    this.full = full;
    this.#onfullscreen(full);
  };

  #wake = (): void => {
    this.idle = false;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => (this.idle = true), IDLE_AFTER * 1000);
  };
}
