/**
 * A stand-in for the browser's own voices, put in their place where a test begins: the browsers that run these tests have none, as voices
 * belong to the system. It behaves as browsers do: the list comes late, one text is spoken after another and takes time, and what is
 * cancelled ends with an error. It needs nothing from outside itself, so that it can be sent to a page.
 */
export interface StandInVoice {
  readonly lang: string;
  readonly localService: boolean;
  readonly default?: boolean;
}

export interface StandInOptions {
  readonly voices?: readonly StandInVoice[];
  /** In milliseconds. */
  readonly forALetter?: number;
  /** Texts with this word begin and never end. */
  readonly endless?: string;
}

/** What was begun, and how it ended. */
export interface StandInSpeech {
  readonly text: string;
  readonly lang: string;
  readonly rate: number;
  result?: 'end' | 'interrupted' | 'canceled';
}

export function installStandInVoices(options: StandInOptions = {}): StandInSpeech[] {
  const { voices = [{ lang: 'nl-NL', localService: true }], forALetter = 5, endless } = options;
  const given: StandInSpeech[] = [];
  const queue: { utterance: StandInUtterance; speech: StandInSpeech }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known = false;

  class StandInUtterance extends EventTarget {
    lang = '';
    rate = 1;
    voice: StandInVoice | null = null;
    onstart: ((event: Event) => void) | null = null;
    onend: ((event: Event) => void) | null = null;
    onerror: ((event: Event) => void) | null = null;
    constructor(readonly text: string) {
      super();
    }
    tell(name: 'start' | 'end' | 'error', details: object = {}): void {
      const event = Object.assign(new Event(name), details);
      this[`on${name}`]?.(event);
      this.dispatchEvent(event);
    }
  }

  function begin(): void {
    const first = queue[0];
    if (!first) return;
    timer = setTimeout(() => {
      given.push(first.speech);
      first.utterance.tell('start');
      if (endless !== undefined && first.utterance.text.includes(endless)) return;
      timer = setTimeout(
        () => {
          queue.shift();
          first.speech.result = 'end';
          begin();
          first.utterance.tell('end');
        },
        (first.utterance.text.length * forALetter) / first.utterance.rate,
      );
    }, 5);
  }

  class StandInSynthesis extends EventTarget {
    readonly paused = false;
    get speaking(): boolean {
      return queue.length > 0;
    }
    get pending(): boolean {
      return queue.length > 1;
    }
    getVoices(): readonly StandInVoice[] {
      if (known) return voices;
      setTimeout(() => {
        if (known) return;
        known = true;
        this.dispatchEvent(new Event('voiceschanged'));
      }, 20);
      return [];
    }
    speak(utterance: StandInUtterance): void {
      const { text, rate, lang, voice } = utterance;
      if (voice && !voices.includes(voice)) throw new TypeError('Not a voice of this browser.');
      queue.push({ utterance, speech: { text, rate, lang: voice?.lang ?? lang } });
      if (queue.length === 1) begin();
    }
    cancel(): void {
      clearTimeout(timer);
      const cancelled = queue.splice(0);
      setTimeout(() => {
        for (const [index, { utterance, speech }] of cancelled.entries()) {
          speech.result = index === 0 ? 'interrupted' : 'canceled';
          utterance.tell('error', { error: speech.result });
        }
      });
    }
  }

  const put = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  put('speechSynthesis', new StandInSynthesis());
  put('SpeechSynthesisUtterance', StandInUtterance);
  // Where a test outside the page can read it.
  put('standInSpeech', given);
  return given;
}
