/**
 * Reads a text aloud, a sentence at a time. It pauses by ending the sentence and saying it anew: what browsers call pausing a voice ends
 * it on Android. Before a hard passage it waits until the reader asks for it.
 */
import type { Speaker } from './speaker.svelte';

export const READING_RATES = [0.75, 1, 1.25, 1.5] as const;

/** `held`: the note before a hard passage has been read, and the reader has not answered yet. */
export type ReadingState = 'off' | 'reading' | 'paused' | 'held';

export interface ReadSentence {
  readonly text: string;
  /** Sentences of one part can be skipped together. */
  readonly part: string;
  /** True for the last sentence of a note. */
  readonly holds?: boolean;
}

export class Reading<Sentence extends ReadSentence> {
  state = $state<ReadingState>('off');
  rate = $state<number>(1);
  readonly #speaker: Speaker;
  readonly #language: () => string;
  #sentences = $state.raw<readonly Sentence[]>([]);
  #at = $state(0);
  /** Of what is spoken now; a new one makes the older end. */
  #turn = {};

  constructor(speaker: Speaker, language: () => string) {
    this.#speaker = speaker;
    this.#language = language;
  }

  get sentence(): Sentence | undefined {
    return this.state === 'off' ? undefined : this.#sentences[this.#at];
  }
  get isFirst(): boolean {
    return this.#at === 0;
  }
  get isLast(): boolean {
    return this.#at >= this.#sentences.length - 1;
  }

  start(sentences: readonly Sentence[]): void {
    this.#sentences = sentences;
    this.#at = 0;
    void this.#read();
  }

  pause = (): void => {
    if (this.state === 'reading') this.#rest('paused');
  };

  /** After a pause, or after a note. */
  goOn = (): void => {
    if (this.state === 'held') this.#at += 1;
    if (this.state === 'held' || this.state === 'paused') void this.#read();
  };

  previous = (): void => this.#goTo(this.#at - 1);

  next = (): void => {
    // A note is not skipped by a press too many: what comes after it has its own button.
    if (this.state === 'held') return;
    if (this.sentence?.holds) this.#rest('held');
    else this.#goTo(this.#at + 1);
  };

  /** Behind the hard passage that a note speaks of. */
  skipPart = (): void => {
    const part = this.sentence?.part;
    const after = this.#sentences.findIndex((sentence, at) => at > this.#at && sentence.part !== part);
    if (after < 0) return this.stop();
    this.#at = after;
    void this.#read();
  };

  setRate = (rate: number): void => {
    this.rate = rate;
    if (this.state === 'reading') void this.#read();
  };

  stop = (): void => this.#rest('off');

  #goTo(at: number): void {
    if (this.state === 'off' || at < 0 || at >= this.#sentences.length) return;
    this.#at = at;
    if (this.state === 'reading') void this.#read();
    else this.state = 'paused';
  }

  #rest(state: ReadingState): void {
    const spoke = this.state === 'reading';
    this.#turn = {};
    this.state = state;
    if (spoke) this.#speaker.stop();
  }

  async #read(): Promise<void> {
    const turn = (this.#turn = {});
    this.state = 'reading';
    for (let sentence = this.sentence; sentence; sentence = this.sentence) {
      const result = await this.#speaker.speak(sentence.text, this.#language(), { rate: this.rate });
      if (turn !== this.#turn) return;
      // Somebody else took the voice.
      if (result === 'stopped') return void (this.state = 'paused');
      if (sentence.holds) return void (this.state = 'held');
      this.#at += 1;
    }
    this.state = 'off';
  }
}
