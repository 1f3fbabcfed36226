/**
 * How an embedded film lies in its frame. `flow`: film, controls and text stand under one another. `filled`: the frame is too low for
 * film and controls, so the film fills it, the controls lie over it, and the rest is reached by scrolling.
 */
export type Layout = 'flow' | 'filled';

/** Pixels that controls take under a picture, and the line of subtitles under a narrow one (see `stage/subtitle-place.ts`). */
const CONTROLS = 150;
const LINE = 72;
const NARROW = 640;

interface Frame {
  readonly width: number;
  readonly height: number;
  /** The page around makes the frame as high as what is in it: then its height says nothing about the room there is. */
  readonly follows: boolean;
}

/** Pure. Where the height follows, it is never looked at, so that page and frame can't chase each other. */
export function layoutFor({ width, height, follows }: Frame): Layout {
  const needed = (width * 9) / 16 + CONTROLS + (width < NARROW ? LINE : 0);
  return !follows && height < needed ? 'filled' : 'flow';
}

export class FrameLayout {
  current: Layout = 'flow';
  onChange: () => void = () => {};
  #follows = false;
  readonly #root: HTMLElement;

  /** @param root tells the layout to the styles */
  constructor(root: HTMLElement) {
    this.#root = root;
    // With the width of a scroll bar, or the one that comes and goes with the layout would change it back.
    addEventListener('resize', this.#read);
    this.#read();
  }

  /** Whether the page around makes the frame as high as what is in it. */
  follow(follows: boolean): void {
    this.#follows = follows;
    this.#read();
  }

  #read = (): void => {
    const layout = layoutFor({ width: innerWidth, height: innerHeight, follows: this.#follows });
    if (layout === this.current && this.#root.dataset['layout']) return;
    this.current = layout;
    this.#root.dataset['layout'] = layout;
    this.onChange();
  };
}
