/**
 * The page around's side of `embed-protocol.ts`, for one frame. It hears that frame's window and the film's origin only; what does not
 * fit the table of events and answers is ignored.
 */
import { readMessage, writeMessage } from '../embed-message';
import { ANSWERS, EVENTS, type EventName, type GetterName } from '../embed-values';
import { ASK, withFilmMethods, type Asks } from './film-methods';

/** No question waits longer for its answer (milliseconds). */
const TIME_LIMIT = 5000;

interface Question {
  readonly method: string;
  readonly answer: (value: unknown) => void;
  readonly fail: (reason: Error) => void;
}

export class EmbedClient extends withFilmMethods(EventTarget) implements Asks {
  readonly #name = `film-${Math.random().toString(36).slice(2)}`;
  readonly #origin: string;
  /** Where messages go: the origin of a sandboxed frame has no name that one could send to. */
  readonly #target: string;
  readonly #wanted = new Set<EventName>();
  readonly #questions = new Map<unknown, Question>();
  /** What is said before the film is there. */
  #waiting: string[] | undefined = [];
  #number = 0;

  constructor(readonly iframe: HTMLIFrameElement) {
    super();
    const { origin } = new URL(iframe.src);
    const isOpaque = iframe.hasAttribute('sandbox') && !iframe.sandbox.contains('allow-same-origin');
    this.#origin = isOpaque ? 'null' : origin;
    this.#target = isOpaque ? '*' : origin;
    addEventListener('message', this.#hear);
    // A film that is there already has said `ready`, and says it to who asks. An empty frame has the origin of this page.
    if (!iframe.contentDocument || origin === location.origin) this.#post(this.#listening('ready'));
  }

  override addEventListener(...given: Parameters<EventTarget['addEventListener']>): void {
    super.addEventListener(...given);
    const type = given[0] as EventName;
    if (!Object.hasOwn(EVENTS, type) || this.#wanted.has(type)) return;
    this.#wanted.add(type);
    if (!this.#waiting) this.#post(this.#listening(type));
  }

  /** Nothing is left listening; what waits for an answer is told that none will come. */
  destroy(): void {
    removeEventListener('message', this.#hear);
    for (const { fail } of this.#questions.values()) fail(new Error('The film has been taken away.'));
    this.#waiting = [];
  }

  [ASK](method: string, value?: unknown): unknown {
    if (!Object.hasOwn(ANSWERS, method)) return this.#send(writeMessage({ method, value }));
    const listener = `${this.#name}-${++this.#number}`;
    return new Promise((resolve, reject) => {
      const settle =
        <T>(how: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer);
          this.#questions.delete(listener);
          how(value);
        };
      const fail = settle(reject);
      const timer = setTimeout(() => fail(new Error(`No answer to ${method}.`)), TIME_LIMIT);
      this.#questions.set(listener, { method, answer: settle(resolve), fail });
      this.#send(writeMessage({ method, listener }));
    });
  }

  readonly #hear = ({ source, origin, data }: MessageEvent<unknown>): void => {
    if (!source || source !== this.iframe.contentWindow || origin !== this.#origin) return;
    const { event, value, listener } = readMessage(data) ?? {};
    const question = this.#questions.get(listener);
    if (question) {
      const answer = question.method === event ? ANSWERS[event as GetterName](value) : undefined;
      if (answer !== undefined) question.answer(answer);
      return;
    }
    if (typeof event !== 'string' || !Object.hasOwn(EVENTS, event)) return;
    const isReady = event === 'ready';
    if (listener !== this.#name && !(isReady && listener === undefined)) return;
    const detail = EVENTS[event as EventName](value);
    if (detail === undefined) return;
    if (isReady) this.#begin();
    this.dispatchEvent(new CustomEvent(event, { detail }));
  };

  /** Also when the frame has been loaded anew, and knows of nobody. */
  #begin(): void {
    for (const event of this.#wanted) if (event !== 'ready') this.#post(this.#listening(event));
    for (const message of this.#waiting ?? []) this.#post(message);
    this.#waiting = undefined;
  }

  #listening(event: EventName): string {
    return writeMessage({ method: 'addEventListener', value: event, listener: this.#name });
  }

  #send(message: string): void {
    if (this.#waiting) this.#waiting.push(message);
    else this.#post(message);
  }

  #post(message: string): void {
    this.iframe.contentWindow?.postMessage(message, this.#target);
  }
}
