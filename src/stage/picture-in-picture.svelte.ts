/**
 * The film in a window of its own, above all others. Where browsers can open a whole window (document picture-in-picture) the picture
 * moves into it with everything that lies over it; elsewhere the bare film. The film's element is moved within one task and plays on
 * (measured in Chromium: no pause, nothing loaded again), and comes back when the window closes.
 */
import { createContext, mount, unmount, type Component } from 'svelte';

/** `window`: the picture with overlays and subtitles; `film`: the bare film. */
export type PipKind = 'window' | 'film';

export interface PipStageProps {
  picture: HTMLElement;
  onback: () => void;
}

/** Newer than the types that TypeScript ships; only where the page is not in a frame. */
interface WithWindows {
  readonly documentPictureInPicture?: {
    requestWindow(options: { width: number; height: number }): Promise<Window>;
  };
}
interface AppleVideo extends HTMLVideoElement {
  webkitSupportsPresentationMode?: (mode: 'picture-in-picture') => boolean;
  webkitSetPresentationMode?: (mode: 'picture-in-picture' | 'inline') => void;
  readonly webkitPresentationMode?: string;
}

/** Pixels: the picture, one line of subtitles under it, one row of buttons. */
const SIZE = { width: 512, height: 288 + 72 + 56 };

/** After these `isBareAway` may say something else. */
export const BARE_EVENTS = ['enterpictureinpicture', 'leavepictureinpicture', 'webkitpresentationmodechanged'] as const;

/** Seconds that the film waits for the styles of its window. */
const STYLES_WITHIN = 1;

export class PictureInPicture {
  /** Undefined where there is no such thing, and until the page is taken over. */
  offered = $state<PipKind>();
  /** Where the film is, while it is not on the page. */
  on = $state<PipKind>();
  onkeydown: (event: KeyboardEvent) => void = () => {};
  readonly #stage: Component<PipStageProps>;
  readonly #contexts: () => Map<unknown, unknown>;
  #picture: HTMLElement | undefined;
  #leave = () => {};

  readonly #isInFrame: () => boolean;

  /**
   * `stage` is shown in the window with the contexts of the page. A film in the frame of a service stays where it is: moved, a frame loads
   * anew.
   */
  constructor(
    stage: Component<PipStageProps>,
    contexts: () => Map<unknown, unknown>,
    isInFrame: () => boolean = () => false,
  ) {
    this.#stage = stage;
    this.#isInFrame = isInFrame;
    this.#contexts = contexts;
  }

  attach = (picture: HTMLElement): (() => void) => {
    this.#picture = picture;
    const video = this.#video;
    const stop = new AbortController();
    const { signal } = stop;
    const read = () => {
      if (video && this.on !== 'window') this.on = isBareAway(video) ? 'film' : undefined;
    };
    for (const name of BARE_EVENTS) video?.addEventListener(name, read, { signal });
    // The whole screen is asked for the film.
    document.addEventListener('fullscreenchange', () => document.fullscreenElement && this.close(), { signal });
    this.offered = this.#isInFrame() ? undefined : offeredFor(video);
    return () => {
      stop.abort();
      this.close();
    };
  };

  toggle = async (): Promise<void> => (this.on ? this.close() : this.open());

  open = async (): Promise<void> => {
    const video = this.#video;
    if (this.on || !video) return;
    try {
      if (this.offered === 'window') {
        const target = await (window as WithWindows).documentPictureInPicture?.requestWindow(SIZE);
        if (target) await this.moveTo(target);
      } else if (document.pictureInPictureEnabled) {
        await video.requestPictureInPicture();
      } else {
        video.webkitSetPresentationMode?.('picture-in-picture');
      }
    } catch (reason) {
      // Without a press, or before the film is known, browsers refuse: the film stays where it is.
      if (!(reason instanceof DOMException)) throw reason;
    }
  };

  close = (): void => {
    const video = this.#video;
    if (this.on === 'window') this.#leave();
    else if (document.pictureInPictureElement) void document.exitPictureInPicture();
    else if (this.on && video) video.webkitSetPresentationMode?.('inline');
  };

  /** Shows the picture in `target` until that closes. */
  async moveTo(target: Window): Promise<void> {
    const picture = this.#picture;
    const home = picture?.parentElement;
    if (!picture || !home || this.on) return;
    const undress = await dress(target.document);
    // Closed, or the page has gone on, while the styles came in.
    if (!target.document.defaultView || !home.isConnected) return undress();

    const stage = mount(this.#stage, {
      target: target.document.body,
      context: this.#contexts(),
      props: { picture, onback: this.close },
    });
    target.addEventListener('keydown', this.onkeydown);
    this.on = 'window';
    const comeBack = () => {
      this.#leave = () => {};
      target.removeEventListener('pagehide', comeBack);
      target.removeEventListener('keydown', this.onkeydown);
      undress();
      home.prepend(picture);
      this.on = undefined;
      void unmount(stage);
    };
    target.addEventListener('pagehide', comeBack);
    this.#leave = () => {
      comeBack();
      target.close();
    };
  }

  get #video(): AppleVideo | undefined {
    return this.#picture?.querySelector<AppleVideo>('video') ?? undefined;
  }
}

function offeredFor(video: AppleVideo | undefined): PipKind | undefined {
  // In a frame it is there, and refuses.
  if ((window as WithWindows).documentPictureInPicture && window === window.parent) return 'window';
  const plain = document.pictureInPictureEnabled || video?.webkitSupportsPresentationMode?.('picture-in-picture');
  return plain ? 'film' : undefined;
}

/** The bare film is in a window of the browser's own. */
export function isBareAway(video: AppleVideo): boolean {
  return document.pictureInPictureElement === video || video.webkitPresentationMode === 'picture-in-picture';
}

/** Gives an empty page the styles, the language and the settings of this one, and keeps the last two in step. */
async function dress(page: Document): Promise<() => void> {
  const own = document.documentElement;
  const follow = () => {
    for (const { name, value } of own.attributes)
      // A written style would be refused by the content security policy; one that is set is not.
      if (name === 'style') page.documentElement.style.cssText = own.style.cssText;
      else page.documentElement.setAttribute(name, value);
  };
  follow();
  const watch = new MutationObserver(follow);
  watch.observe(own, { attributes: true });

  const sheets = [...document.querySelectorAll<HTMLLinkElement | HTMLStyleElement>('link[rel=stylesheet], style')];
  const dressed = Promise.all(
    sheets.map(
      (sheet) =>
        new Promise<void>((done) => {
          const copy = page.importNode(sheet, true);
          if ('href' in copy) copy.href = (sheet as HTMLLinkElement).href;
          copy.onload = copy.onerror = () => done();
          page.head.append(copy);
        }),
    ),
  );
  // They lie in the browser's store already. Where they don't come, an undressed film is better than none.
  await Promise.race([dressed, new Promise((done) => setTimeout(done, STYLES_WITHIN * 1000))]);
  return () => watch.disconnect();
}

export const [getPictureInPicture, setPictureInPicture] = createContext<PictureInPicture>();
