/**
 * A film at a service, in a frame: it is steered by messages, as the protocol of the service has them, and hears nobody but that frame at
 * that origin. The frame is loaded when it is opened, so it is opened after a press only.
 */
import type { ServiceFilm, ServiceName } from '../../timeline/film-source';
import { lastAtOrBefore } from '../../timeline/ranges';
import type { MediaFile, MediaPort, MediaState } from '../media-port';
import type { ServiceCommand, ServiceProtocol } from './service-protocol';
import { CONFIRMED_WITHIN, ServiceState } from './service-state';
import { vimeo } from './vimeo-protocol';
import { youtube } from './youtube-protocol';

const PROTOCOLS: Readonly<Record<ServiceName, ServiceProtocol>> = { youtube, vimeo };

/** Milliseconds between two greetings, and until a frame that has said nothing counts as not there. */
const GREET_EVERY = 250;
/** Milliseconds between two ticks where no boundary comes sooner, as media elements have it. */
const OFTEN = 250;
const SILENT_FOR = 15_000;

interface Options {
  readonly language: string;
  readonly protocol?: ServiceProtocol;
}

export interface OpenService {
  readonly port: MediaPort;
  /** Nothing is left listening. */
  readonly close: () => void;
}

export function openService(
  frame: HTMLIFrameElement,
  { service, id }: ServiceFilm,
  { language, protocol = PROTOCOLS[service] }: Options,
): OpenService {
  const port = new ServicePort(frame, protocol, protocol.address(id, { origin: location.origin, language }));
  return { port, close: port.close };
}

interface Playing {
  readonly resolve: () => void;
  readonly reject: (reason: DOMException) => void;
}

class ServicePort implements MediaPort {
  #state = new ServiceState();
  readonly #frame: HTMLIFrameElement;
  readonly #address: string;
  readonly #protocol: ServiceProtocol;
  readonly #listeners = new Set<() => void>();
  readonly #tickers = new Set<() => void>();
  /** What is asked of a player that has not answered yet: the last of each kind. */
  readonly #waiting = new Map<string, ServiceCommand>();
  #greeting: ReturnType<typeof setInterval> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #heard = false;
  #playing: Playing | undefined;
  #refusal: ReturnType<typeof setTimeout> | undefined;

  constructor(frame: HTMLIFrameElement, protocol: ServiceProtocol, address: string) {
    this.#frame = frame;
    this.#protocol = protocol;
    this.#address = address;
    window.addEventListener('message', this.#hear);
    this.#load();
  }

  #load(): void {
    const frame = this.#frame;
    this.#heard = false;
    // Before it has loaded, the frame is an empty page of ours.
    frame.addEventListener('load', this.#greet, { once: true });
    clearInterval(this.#greeting);
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      clearInterval(this.#greeting);
      this.#state.fail('network');
      this.#tell();
    }, SILENT_FOR);
    frame.src = this.#address;
  }

  readonly close = (): void => {
    window.removeEventListener('message', this.#hear);
    this.#frame.removeEventListener('load', this.#greet);
    clearInterval(this.#greeting);
    clearTimeout(this.#silence);
    this.#settle(new DOMException('The film was taken away.', 'AbortError'));
    this.#listeners.clear();
    this.#tickers.clear();
  };

  read = (): MediaState => this.#state.read(performance.now());

  play = (): Promise<void> => {
    const { paused, ended } = this.read();
    if (!paused && !ended && !this.#state.wishesToPlay) return Promise.resolve();
    this.#settle(new DOMException('Asked again.', 'AbortError'));
    this.#state.wish(true, performance.now());
    const playing = new Promise<void>((resolve, reject) => (this.#playing = { resolve, reject }));
    this.#ask({ kind: 'play' });
    return playing;
  };

  pause(): void {
    this.#settle(new DOMException('Paused before it played.', 'AbortError'));
    this.#state.wish(false, performance.now());
    this.#ask({ kind: 'pause' });
  }

  seek(time: number): void {
    this.#state.seek(time, performance.now());
    this.#ask({ kind: 'seek', value: time });
  }

  setRate = (value: number): void => this.#ask({ kind: 'rate', value });
  setVolume = (value: number): void => this.#ask({ kind: 'volume', value });
  setMuted = (value: boolean): void => this.#ask({ kind: 'muted', value });

  files = (): readonly MediaFile[] => [];
  file = (): string => '';

  reload(): void {
    this.#settle(new DOMException('The film is fetched anew.', 'AbortError'));
    this.#state = new ServiceState();
    this.#waiting.clear();
    this.#load();
    this.#tell();
  }

  onChange(listener: () => void): () => void {
    // Each is its own, also where one function listens twice.
    const own = () => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  onTime(boundaries: readonly number[], listener: () => void): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rest = () => clearTimeout(timer);
    const tick = () => {
      rest();
      listener();
      const { time, rate, paused, waiting, ended, seeking } = this.read();
      if (!this.#tickers.has(tick) || paused || waiting || ended || seeking) return;
      const next = boundaries[lastAtOrBefore(boundaries, time) + 1] ?? Infinity;
      timer = setTimeout(tick, Math.min(OFTEN, ((next - time) / rate) * 1000));
    };
    this.#tickers.add(tick);
    if (!this.read().paused) timer = setTimeout(tick);
    return () => {
      this.#tickers.delete(tick);
      rest();
    };
  }

  #greet = (): void => {
    if (this.#heard) return;
    this.#post(this.#protocol.greeting);
    this.#greeting = setInterval(() => this.#post(this.#protocol.greeting), GREET_EVERY);
  };

  #hear = (event: MessageEvent<unknown>): void => {
    if (event.source !== this.#frame.contentWindow || event.origin !== this.#protocol.origin) return;
    const report = this.#protocol.read(event.data);
    if (!report) return;
    if (!this.#heard) this.#begin();
    const before = this.read();
    this.#state.take(report, performance.now());
    if (report.refused) this.#refuse();
    const after = this.read();
    if (after.error !== undefined) this.#settle(new DOMException('The film can not be had.', 'NotSupportedError'));
    else if (this.#playing && !this.#state.wishesToPlay && !after.paused) this.#settle();
    if (!same(before, after)) this.#listeners.forEach((listener) => listener());
    this.#tickers.forEach((tick) => tick());
  };

  /** The player has answered: it is asked for all that is to be heard, and told what has been asked of it. */
  #begin(): void {
    this.#heard = true;
    clearInterval(this.#greeting);
    clearTimeout(this.#silence);
    for (const question of this.#protocol.questions) this.#post(question);
    // What was asked last comes last: a seek and then a play is another thing than a play and then a seek.
    for (const command of this.#waiting.values()) this.#send(command);
    this.#waiting.clear();
  }

  #ask(command: ServiceCommand): void {
    if (this.#heard) this.#send(command);
    else {
      const kind = command.kind === 'pause' ? 'play' : command.kind;
      this.#waiting.delete(kind);
      this.#waiting.set(kind, command);
    }
    this.#tell();
  }

  #send(command: ServiceCommand): void {
    for (const message of this.#protocol.write(command)) this.#post(message);
    if (command.kind !== 'play') return;
    // Where the browser wants a press in the frame, the frame says nothing.
    clearTimeout(this.#refusal);
    this.#refusal = setTimeout(this.#refuse, CONFIRMED_WITHIN);
  }

  #refuse = (): void => {
    if (!this.#playing) return;
    this.#state.giveUp();
    this.#settle(new DOMException('The browser wants a press in the frame.', 'NotAllowedError'));
    this.#tell();
  };

  #settle(reason?: DOMException): void {
    clearTimeout(this.#refusal);
    const playing = this.#playing;
    this.#playing = undefined;
    if (reason) playing?.reject(reason);
    else playing?.resolve();
  }

  #tell(): void {
    this.#listeners.forEach((listener) => listener());
    this.#tickers.forEach((tick) => tick());
  }

  #post(message: object): void {
    this.#frame.contentWindow?.postMessage(JSON.stringify(message), this.#protocol.origin);
  }
}

/** Everything but the time, which passes. */
const same = (one: MediaState, other: MediaState): boolean =>
  (Object.keys(one) as (keyof MediaState)[]).every((key) => key === 'time' || Object.is(one[key], other[key]));
