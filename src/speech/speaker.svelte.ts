/**
 * The voice of the page: the browser's own, and only voices that live on the device; the others send every text to somebody else. One
 * voice speaks at a time, and the newest wins. What browsers do wrong with speech is mended here and nowhere else.
 */
import { createContext } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import { breathsOf } from './sentences';

/** `stopped` by somebody or something; `said` also when the browser never told that it was done. */
export type SpeechResult = 'said' | 'stopped';

export interface SpeechOptions {
  /** 1 is the voice's own speed. */
  readonly rate?: number;
  /** Ends this speech, and no other. */
  readonly signal?: AbortSignal;
}

/** Right after `cancel()` some browsers swallow what is said next. In milliseconds. */
const AFTER_CANCEL = 60;
/** A voice may need this long to wake up, and then this long for a letter, before it counts as fallen silent. In milliseconds. */
const WAKES_WITHIN = 4000;
const FOR_A_LETTER = 150;
const SPARE = 2000;

interface Turn {
  readonly settle: (result: SpeechResult) => void;
  /** Held on to: an utterance that nobody holds can be thrown away before it tells its end. */
  utterance?: SpeechSynthesisUtterance;
}

export class Speaker {
  /** Missing where pages are written, and in browsers without speech. */
  readonly #synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis;
  /** The list of voices comes late, and grows when somebody installs one. */
  readonly #followVoices = createSubscriber((changed) => {
    // Older Safari has voices, but tells nothing of them.
    this.#synthesis?.addEventListener?.('voiceschanged', changed);
    return () => this.#synthesis?.removeEventListener?.('voiceschanged', changed);
  });
  #turn: Turn | undefined;
  #cancelled = -Infinity;

  constructor() {
    // A voice would speak on over the page that comes next.
    if (this.#synthesis) addEventListener('pagehide', this.stop);
  }

  hasVoice(language: string): boolean {
    this.#followVoices();
    return this.#voiceFor(language) !== undefined;
  }

  async speak(text: string, language: string, { rate = 1, signal }: SpeechOptions = {}): Promise<SpeechResult> {
    this.stop();
    const voice = this.#voiceFor(language);
    if (!voice) return 'stopped';
    return new Promise((resolve) => {
      const turn: Turn = {
        settle: (result) => {
          if (this.#turn === turn) this.#turn = undefined;
          resolve(result);
        },
      };
      this.#turn = turn;
      signal?.addEventListener('abort', () => this.#turn === turn && this.stop(), { once: true });
      void this.#sayAll(turn, breathsOf(text, language), voice, rate);
    });
  }

  /** At once; whoever asked for the speech is told that it was stopped. */
  stop = (): void => {
    const turn = this.#turn;
    if (!turn) return;
    this.#cancel();
    turn.settle('stopped');
  };

  async #sayAll(turn: Turn, breaths: readonly string[], voice: SpeechSynthesisVoice, rate: number) {
    const wait = this.#cancelled + AFTER_CANCEL - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    for (const breath of breaths) {
      if (this.#turn !== turn) return;
      const result = await this.#say(turn, breath, voice, rate);
      if (result === 'stopped') return turn.settle('stopped');
    }
    turn.settle('said');
  }

  #say(turn: Turn, text: string, voice: SpeechSynthesisVoice, rate: number): Promise<SpeechResult> {
    return new Promise((resolve) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = rate;
      turn.utterance = utterance;
      const done = (result: SpeechResult) => {
        clearTimeout(guard);
        resolve(result);
      };
      // Some voices never tell that they are done; nobody may wait for them for ever.
      const giveUp = () => {
        if (this.#turn === turn) this.#cancel();
        done('said');
      };
      let guard = setTimeout(giveUp, WAKES_WITHIN);
      utterance.onstart = () => {
        if (this.#turn !== turn) return;
        clearTimeout(guard);
        guard = setTimeout(giveUp, SPARE + (text.length * FOR_A_LETTER) / rate);
      };
      utterance.onend = () => done('said');
      // Also when it is cancelled: by this page, or by another that speaks.
      utterance.onerror = () => done('stopped');
      this.#synthesis?.speak(utterance);
    });
  }

  #cancel(): void {
    this.#synthesis?.cancel();
    this.#cancelled = performance.now();
  }

  /** Of the voices on this device, the one that the device prefers, or else the first. */
  #voiceFor(language: string): SpeechSynthesisVoice | undefined {
    const [wanted] = language.toLowerCase().split('-');
    // Android writes `nl_NL`.
    const fits = (voice: SpeechSynthesisVoice) => voice.lang.toLowerCase().split(/[-_]/)[0] === wanted;
    const voices = (this.#synthesis?.getVoices() ?? []).filter((voice) => voice.localService && fits(voice));
    return voices.find((voice) => voice.default) ?? voices[0];
  }
}

export const [getSpeaker, setSpeaker] = createContext<Speaker>();
