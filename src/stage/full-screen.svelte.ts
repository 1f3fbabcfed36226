/** Full screen of the film with everything on it; on phones that allow only the bare film, that. */
import { createContext, untrack } from 'svelte';

interface BareVideo extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void;
}

/** Seconds without a move before controls and pointer go. */
const IDLE_AFTER = 3;

const HOLDS = ':focus-visible, [popover]:popover-open, [data-part=time-preview]:not([hidden])';

export class FullScreen {
  on = $state(false);
  /** False where nothing may be shown full screen, as in a frame that is not allowed to. */
  offered = $state(true);
  /** The controls lie over the picture: in full screen, and where the film fills its frame. */
  readonly over: boolean = $derived.by(() => this.on || this.#fills());
  /** The film fills a frame in somebody else's page. */
  readonly inFrame: boolean = $derived.by(() => this.over && !this.on);
  /** True while nobody moves or holds a control: the controls may go. */
  idle = $state(false);
  #screen: HTMLElement | undefined;
  #timer = 0;
  readonly #fills: () => boolean;

  constructor(fills: () => boolean = () => false) {
    this.#fills = fills;
  }

  attach = (screen: HTMLElement): (() => void) => {
    this.#screen = screen;
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener('fullscreenchange', this.#read, { signal });
    for (const name of ['pointermove', 'pointerleave', 'pointerdown', 'keydown', 'focusin'] as const) {
      screen.addEventListener(name, this.#wake, { signal });
    }
    // Runs anew when the film comes to fill its frame: from then on the controls go.
    if (this.over) untrack(this.#wake);
    untrack(() => (this.offered = canFill(screen)));
    return () => {
      stop.abort();
      clearTimeout(this.#timer);
    };
  };

  toggle = async (): Promise<void> => {
    if (this.on) return document.exitFullscreen();
    const screen = this.#screen;
    if (!screen) return;
    if (document.fullscreenEnabled) return screen.requestFullscreen();
    screen.querySelector<BareVideo>('video')?.webkitEnterFullscreen?.();
  };

  #read = (): void => {
    this.on = document.fullscreenElement !== null && document.fullscreenElement === this.#screen;
    this.#wake();
  };

  #wake = (): void => {
    this.idle = false;
    clearTimeout(this.#timer);
    if (!this.over) return;
    this.#timer = window.setTimeout(() => {
      // Controls stay while the keyboard is on one of them, and what the pointer had told stays while the pointer rests there.
      const held = this.#screen?.querySelector(HOLDS);
      this.idle = !held;
    }, IDLE_AFTER * 1000);
  };
}

function canFill(screen: HTMLElement): boolean {
  const video = screen.querySelector<BareVideo>('video');
  return document.fullscreenEnabled || video?.webkitEnterFullscreen !== undefined;
}

export const [getFullScreen, setFullScreen] = createContext<FullScreen>();
