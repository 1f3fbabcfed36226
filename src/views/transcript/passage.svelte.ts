/** The lines that somebody has chosen to copy, share or hear: by selecting text, or from the line pressed last to another. */

export interface Passage {
  /** First and last line, counted from 0. */
  readonly from: number;
  readonly to: number;
  /** The language that it is copied in. */
  readonly language: string;
}

export class PassageChoice {
  chosen = $state.raw<Passage>();
  /** Chosen with keys: what can be done with it is then far from where the focus is. */
  byKeys = $state(false);
  #pressed: number | undefined;

  /** A plain press on a line: what is chosen from there on begins here. */
  press = (line: number): void => {
    this.#pressed = line;
    this.chosen = undefined;
  };

  /** From the line pressed last to this one; without such a line this one alone. */
  extendTo = (line: number, language: string, byKeys: boolean): void => {
    const start = this.#pressed ?? line;
    this.#pressed = start;
    this.byKeys = byKeys;
    this.chosen = { from: Math.min(start, line), to: Math.max(start, line), language };
  };

  select = (passage: Passage): void => {
    const { chosen } = this;
    if (chosen?.from === passage.from && chosen.to === passage.to && chosen.language === passage.language) return;
    this.byKeys = false;
    this.chosen = passage;
  };

  /** Which line the focus goes back to. */
  close = (): number | undefined => {
    const back = this.#pressed ?? this.chosen?.from;
    this.chosen = undefined;
    return back;
  };

  holds = (line: number): boolean => this.chosen !== undefined && line >= this.chosen.from && line <= this.chosen.to;
}
