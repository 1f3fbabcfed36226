/** Keeps what is read in sight, and lets go as soon as the reader looks elsewhere. */
import { rangeOf, type PlacedSentence } from './spoken-text';

export class ReadingEye {
  /** Height of what lies over the foot of the page. */
  readonly #foot: () => number;
  #follows = true;
  #sentence: PlacedSentence | undefined;
  /** The page is being scrolled from here, and has not arrived yet. */
  #scrolls = false;

  constructor(foot: () => number) {
    this.#foot = foot;
  }

  /** The reader has pressed something: the page may move again. */
  follow = (): void => {
    this.#follows = true;
    this.#look();
  };

  show(sentence: PlacedSentence | undefined): void {
    this.#sentence = sentence;
    this.#look();
  }

  /** For `wheel` and `touchmove`: somebody takes over while the page still scrolls. */
  onhand = (): void => {
    this.#scrolls = false;
  };

  onscroll = (): void => {
    if (!this.#sentence) return;
    if (placeOf(this.#sentence, this.#foot()).visible) this.#scrolls = false;
    else if (!this.#scrolls) this.#follows = false;
  };

  #look(): void {
    if (!this.#follows || !this.#sentence) return;
    const { visible, away } = placeOf(this.#sentence, this.#foot());
    if (visible) return;
    this.#scrolls = true;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollBy({ top: away, behavior: calm ? 'instant' : 'smooth' });
  }
}

/** Where a sentence stands between what lies over the top of the page, as its block's scroll margin says, and over its foot. */
function placeOf(sentence: PlacedSentence, foot: number): { visible: boolean; away: number } {
  const top = parseFloat(getComputedStyle(sentence.block).scrollMarginTop);
  const bottom = innerHeight - foot;
  const box = rangeOf(sentence).getBoundingClientRect();
  const quarter = (bottom - top) / 4;
  // Of a sentence that is longer than the page it is enough to see the beginning.
  const visible = box.top >= top && (box.bottom <= bottom || box.top <= top + quarter);
  return { visible, away: box.top - top - Math.min(quarter, Math.max(0, bottom - top - box.height)) };
}
