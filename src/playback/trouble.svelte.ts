/**
 * What is the matter with a film that does not come, and the way on: its host is asked, what may pass is tried again at 1, 2 and 4 seconds,
 * and what won't is left for the next of the film's files. The player tells it every change of the media, and fetches when it says so.
 */
import type { MediaFile, MediaPort, MediaState } from './media-port';
import { probe, type Verdict } from './media-probe';
import { passingTrouble, remedyFor, type Answer, type TroubleKind } from './remedy';

export interface TroubledFilm {
  readonly port: () => Pick<MediaPort, 'read' | 'files' | 'file'> | undefined;
  /** Fetches the film anew, and lets it go on where it was. */
  readonly reload: (file?: MediaFile) => void;
}

/** Milliseconds that a film may wait before there is a sign, before its host is asked, and before there are words in any case. */
const SIGN = 1000;
const ASK = 2000;
const WORDS = 10_000;
/** Milliseconds from a failure to the next try; the last of them again and again. */
const PAUSES = [1000, 2000, 4000, 8000];
/** Some five minutes. After that a press, or a network that comes back, tries again. */
const MOST_TRIES = 40;
/** Milliseconds that a browser may take to go on by itself once its host is back. */
const BY_ITSELF = 1500;
/** A film that has been well for so long begins a next trouble anew (milliseconds). */
const WELL = 3000;

export class Trouble {
  /** What people are told; undefined while all is well, or nobody knows better yet. */
  kind = $state<TroubleKind>();
  /** The film would go on and has been waiting for longer than a breath. */
  isWaiting = $state(false);
  /** Nothing will change by itself. */
  isFinal = $state(false);
  /** Somebody wanted to go to a moment, and the host sends the film from its beginning only. */
  isFixed = $state(false);
  readonly #film: TroubledFilm;
  readonly #known = { lost: new Set<string>(), doubted: new Set<string>() };
  #tries = 0;
  #phase: 'well' | 'waiting' | 'failed' = 'well';
  /** Ends the phase: its timers, and what it has asked. */
  #phaseEnd = new AbortController();

  constructor(film: TroubledFilm) {
    this.#film = film;
  }

  /** To be called after every change of the media. */
  notice({ error, waiting, seeking, duration }: MediaState): void {
    if (error) this.#fail();
    else if (waiting || seeking) this.#wait();
    // Fetched anew, it has neither begun nor failed.
    else if (Number.isFinite(duration)) this.#beWell();
  }

  /** A press: what was given up is tried once more. */
  tryAgain = (): void => {
    this.#forget();
    this.#say(undefined, true);
    this.#fetch();
  };

  /** The film can't go where it should: it stays, and people are told. */
  stay(): void {
    this.isFixed = true;
  }

  /** The film's element is gone. */
  end(): void {
    this.#begin('well');
    this.isFixed = false;
    this.#say(undefined);
    this.#forget();
  }

  #begin(phase: 'well' | 'waiting' | 'failed'): void {
    this.#phase = phase;
    this.#phaseEnd.abort();
    this.#phaseEnd = new AbortController();
  }

  #later(milliseconds: number, run: () => void): void {
    const timer = setTimeout(run, milliseconds);
    this.#phaseEnd.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** The way on may be open before its time is there. */
  #whenOnline(run: () => void): void {
    addEventListener('online', run, { signal: this.#phaseEnd.signal });
  }

  #forget(): void {
    this.#tries = 0;
    this.#known.lost.clear();
    this.#known.doubted.clear();
  }

  #say(kind: TroubleKind | undefined, isWaiting = false): void {
    this.kind = kind;
    this.isWaiting = isWaiting;
    this.isFinal = false;
  }

  #giveUp(kind: TroubleKind): void {
    this.#say(kind);
    this.isFinal = true;
  }

  #beWell(): void {
    if (this.#phase === 'well') return;
    this.#begin('well');
    this.#say(undefined);
    this.#later(WELL, () => this.#forget());
  }

  #wait(): void {
    if (this.#phase !== 'well') return;
    this.#begin('waiting');
    this.#later(SIGN, () => (this.isWaiting = true));
    this.#later(ASK, this.#look);
    this.#later(WORDS, this.#speak);
    this.#whenOnline(this.#look);
  }

  /** Nothing has failed: a browser goes on trying by itself, and tells nobody why it waits. */
  #look = (): void => void this.#askHost();

  async #askHost(): Promise<void> {
    const port = this.#film.port();
    const verdict = await this.#ask(port?.file() || port?.files()[0]?.src);
    const trouble = verdict && passingTrouble(verdict);
    // Where nothing is answered, the words come in their time.
    if (trouble && trouble !== 'slow') {
      this.#say(trouble, true);
      this.#again(this.#look);
    } else if (verdict === 'there' && this.kind !== undefined) this.#later(BY_ITSELF, this.#fetch);
  }

  /** The film has waited for long. A connection on which nothing comes any more is given up for a new one. */
  #speak = (): void => {
    this.kind ??= 'slow';
    if (this.#film.port()?.read().stalled) this.#fetch();
    else this.#later(WORDS, this.#speak);
  };

  #fail(): void {
    if (this.#phase === 'failed') return;
    this.#begin('failed');
    this.#whenOnline(this.#fetch);
    // An element that has just begun to choose says the same for a moment.
    this.#later(0, () => void this.#findRemedy());
  }

  async #findRemedy(): Promise<void> {
    const port = this.#film.port();
    const error = port?.read().error;
    if (!port || !error) return this.#begin('well');
    const files = port.files();
    const playing = files.filter(({ src }) => src === port.file());
    // An element that plays none of its files tried all of them.
    const blamed = error === 'unsupported' || playing.length === 0 ? files : playing;
    const answers: Answer[] = [];
    for (const file of blamed.filter(({ src }) => !this.#known.lost.has(src))) {
      const verdict = await this.#ask(file.src);
      if (verdict === undefined) return;
      answers.push({ file, verdict });
    }
    const remedy = remedyFor(error, answers, files, this.#known);
    if (remedy.kind === 'next') return this.#fetch();
    if (remedy.kind === 'none') return this.#giveUp(remedy.trouble);
    this.#say(remedy.trouble ?? this.kind, true);
    this.#again(this.#fetch);
  }

  #again(run: () => void): void {
    if (this.#tries >= MOST_TRIES) return;
    this.#later(PAUSES[this.#tries] ?? PAUSES.at(-1)!, run);
    this.#tries += 1;
  }

  /** What is said stays until the film is well again. */
  #fetch = (): void => {
    this.#begin('well');
    this.#wait();
    const files = this.#film.port()?.files();
    this.#film.reload(files?.find(({ src }) => !this.#known.lost.has(src)));
  };

  /** Undefined when this phase is over. */
  async #ask(address: string | undefined): Promise<Verdict | undefined> {
    if (!address) return undefined;
    const { signal } = this.#phaseEnd;
    try {
      const verdict = await probe(address, signal);
      return signal.aborted ? undefined : verdict;
    } catch {
      return undefined;
    }
  }
}
