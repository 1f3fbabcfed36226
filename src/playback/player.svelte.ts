/**
 * The player: the one clock, and every command to the film. It asks the media and waits for the media to confirm; the one exception
 * is a seek, which shows its target at once. Components read its fields and call its methods; nothing else touches the element.
 */
import { createContext, untrack } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import { wholeMilliseconds } from '../timeline/clock-time';
import type { MomentLink } from '../timeline/moment-link';
import type { Moment, Timeline } from '../timeline/timeline';
import { comingFrame, tellsOfFrames } from './coming-frame';
import type { MediaFile, MediaPort, MediaState } from './media-port';
import { wantsEngine } from './sources/hls-choice';
import { openNative } from './sources/native-source';
import { Trouble } from './trouble.svelte';

export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/**
 * Why the film waits by itself: at the end of a passage, at the end of a line ("wait while I read"), for a voice that needs longer, at
 * the end of what a room has to see, or for somebody who looks at a quote on its own or reads a portrait. A film that somebody paused
 * waits for nobody.
 */
export type WaitReason = 'passage' | 'line' | 'voice' | 'chapter' | 'quote' | 'reading';

/** Reasons that come together are met in this order: each lets the film go on to the next. */
const SOONEST_OVER: readonly WaitReason[] = ['voice', 'line', 'passage', 'chapter'];

/**
 * A film that has to stop at the end of a chapter is paused this much before it (seconds at its own speed), and its last frame is gone
 * to while it stands still: frames that are on their way to the screen are shown after a pause too.
 */
const EARLY = 0.1;

/** Part of its volume that a film keeps while a voice speaks over it. */
const LOWERED = 0.15;

/** Seconds that `roughTime` is told in. */
const ROUGHLY = 5;

const NOTHING_YET: MediaState = {
  time: 0,
  duration: NaN,
  paused: true,
  ended: false,
  seeking: false,
  waiting: false,
  seekable: true,
  stalled: false,
  rate: 1,
  volume: 1,
  muted: false,
  error: undefined,
};

export class Player {
  #time = 0;
  /** Counts what has been told: while the film just plays on a new moment is news, and each tick is not. */
  #news = $state(0);
  #toldTime = 0;
  /** Each tick is news. */
  tellsEachTick = false;
  readonly #tickers = new Set<() => void>();
  readonly #eachSecond = this.#every(1);
  readonly #eachFive = this.#every(ROUGHLY);
  /** True from the first play on: before it, the poster stands there. */
  started = $state(false);
  #media = $state.raw(NOTHING_YET);
  #port = $state.raw<MediaPort>();
  #video: HTMLVideoElement | undefined;
  #stopReading = () => {};
  #stopTicking = () => {};
  #takingOver = false;
  #taken = Promise.resolve();
  /** A seek asked for before the media knew its length. */
  #wanted: number | undefined;
  /** Where the film will stop by itself, at most one time for each reason. */
  readonly #stops = new Map<WaitReason, number>();
  #passage = $state.raw<MomentLink>();
  #waitingFor = $state<WaitReason>();
  /** Volume before it was lowered for a voice. */
  #fullVolume: number | undefined;

  /** Of a film that does not come, or not in time. */
  readonly trouble = new Trouble({ port: () => this.#port, reload: (file) => this.#reload(file) });
  /** The film plays, or would if it could be had. */
  #plays = false;
  /** The film begins: nothing is told while its first frame is on its way. */
  #firstFrame: Promise<void> | undefined;

  /** Called before every play that is asked for here: what is over may have to begin anew. */
  beforePlay: () => void = () => {};
  /** Called when somebody plays a film that may not be loaded before it has been asked for. */
  askFirst: () => void = () => {};

  constructor(readonly timeline: Timeline) {}

  /**
   * Seconds, in whole milliseconds. An effect that reads it runs every second while the film plays on, and what it changes is laid out: who
   * only needs `moment` or `roughTime` asks for that, and who shows time as it passes hears each tick.
   */
  get time(): number {
    void this.#news;
    this.#eachSecond();
    return this.#time;
  }
  /** At most five seconds late while the film plays on. */
  get roughTime(): number {
    void this.#news;
    this.#eachFive();
    return this.#time - (this.#time % ROUGHLY);
  }
  /** What goes on, the same object for as long as it lasts. */
  get moment(): Moment {
    void this.#news;
    return this.timeline.momentAt(this.#time);
  }
  /** Read from the film this very moment; nothing hears that it changes. */
  get exactTime(): number {
    return this.#port && this.#wanted === undefined ? wholeMilliseconds(this.#port.read().time) : this.#time;
  }
  get duration(): number {
    return Number.isFinite(this.#media.duration) ? this.#media.duration : this.timeline.end;
  }
  /** True when there is something to show of the film: it has played, or somebody has gone to a moment of it. */
  get begun(): boolean {
    return this.started || this.time > 0;
  }
  /** A film that waits for a voice plays, as far as people know. */
  get paused(): boolean {
    const told = this.#media.paused;
    // Whoever asks while the first frame is on its way hears what is so; who only listens hears of it after that frame.
    const paused = this.#firstFrame && this.#port ? this.#port.read().paused : told;
    return paused && this.#waitingFor !== 'voice';
  }
  get ended(): boolean {
    return this.#media.ended;
  }
  get seeking(): boolean {
    return this.#media.seeking;
  }
  get waiting(): boolean {
    return this.#media.waiting;
  }
  get rate(): number {
    return this.#media.rate;
  }
  get volume(): number {
    return this.#fullVolume ?? this.#media.volume;
  }
  get muted(): boolean {
    return this.#media.muted;
  }
  get error(): MediaState['error'] {
    return this.#media.error;
  }

  /** For `{@attach}` on the film's element. */
  attach = (video: HTMLVideoElement): (() => void) => {
    this.#video = video;
    // An attachment runs again when state it has read changes; the element is opened once.
    untrack(() => this.#open(openNative(video)));
    return () => {
      this.#stopWatching();
      this.trouble.end();
      // Another element may come, in a next workshop: it begins as this one did.
      this.#video = undefined;
      this.#takingOver = false;
      this.#stops.clear();
    };
  };

  /** Somebody is about to play: fetch Video.js and let it take over. Safe to call often. */
  prepare = (): Promise<void> => {
    if (!this.#takingOver && this.#video) this.#taken = this.#takeOver(this.#video);
    return this.#taken;
  };

  /** Whoever has pressed "play" sees the film move before anything else is done. */
  #prepareAfterFrame(): void {
    const video = this.#video;
    if (this.#takingOver || !video) return;
    if (tellsOfFrames(video)) video.requestVideoFrameCallback(() => void this.prepare());
    else void this.prepare();
  }

  async #takeOver(video: HTMLVideoElement): Promise<void> {
    this.#takingOver = true;
    try {
      const { takeOver } = await import('./sources/video-js-source');
      const port = await takeOver(video, { onAnew: this.#stay });
      // The element is gone, or another has come.
      if (video !== this.#video) return;
      // The film may have come to a stop while it was taken over.
      if (this.#waitingFor !== undefined) port.pause();
      this.#open(port);
    } catch {
      // The part did not come in: the browser's own player plays as well, and the next press tries again.
      this.#takingOver = false;
    }
  }

  /** Another source takes the place of the element, at the moment where this one is. */
  change(port: MediaPort): void {
    this.#video = undefined;
    this.trouble.end();
    this.#stay();
    this.#open(port);
  }

  /** What comes in anew begins where the film is now. */
  #stay = (): void => {
    if (this.time > 0) this.#wanted ??= this.time;
  };

  /** The passage that was gone to last, until somebody goes elsewhere. */
  get passage(): MomentLink | undefined {
    return this.#passage;
  }
  get waitingFor(): WaitReason | undefined {
    return this.#waitingFor;
  }

  /** False where the browser wants a press first. */
  play = async (): Promise<boolean> => {
    this.beforePlay();
    this.#waitingFor = undefined;
    this.#plays = true;
    if (!this.#port) this.askFirst();
    // An element that has failed plays no more: what plays is the film that is fetched anew. One that is new says the same for a moment.
    if (this.error && this.trouble.kind !== undefined) {
      this.trouble.tryAgain();
      return true;
    }
    // Its engine must be there before a film in parts plays; browsers count the press for some seconds.
    if (this.#video && wantsEngine(this.#video)) await this.prepare();
    else this.#prepareAfterFrame();
    if (!this.started && this.#video) this.#firstFrame ??= comingFrame(this.#video)?.then(this.#tellAfterFrame);
    try {
      await this.#port?.play();
      await this.#firstFrame;
    } catch (reason) {
      // A press is wanted first, or a pause or seek came in between: the film stays as it is, and the page shows that.
      if (!(reason instanceof DOMException)) throw reason;
      return reason.name !== 'NotAllowedError';
    }
    return true;
  };

  pause = (): void => {
    this.#waitingFor = undefined;
    this.#plays = false;
    this.#firstFrame = undefined;
    this.#port?.pause();
  };

  toggle = (): void => {
    if (this.paused || this.ended) void this.play();
    else this.pause();
  };

  seek = (time: number): void => {
    if (Number.isNaN(time)) return;
    this.#stops.clear();
    this.#passage = undefined;
    const plays = this.#waitingFor === 'voice';
    if (this.#waitingFor !== 'reading') this.#waitingFor = undefined;
    // The last frame, not the end: a film that is at its end starts anew at the next play.
    const known = Number.isFinite(this.#media.duration);
    // Before the media knows its length only it can tell what is too far: the film may run on after its last line.
    const last = known ? Math.max(0, this.duration - 0.04) : Number.MAX_SAFE_INTEGER;
    const target = wholeMilliseconds(Math.min(Math.max(0, time), last));
    if (known && target > 0 && !this.#media.seekable) return this.trouble.stay();
    this.#tell(target);
    if (this.#port && known) this.#port.seek(target);
    else this.#wanted = target;
    if (plays) void this.play();
  };

  skip = (seconds: number): void => this.seek(this.time + seconds);

  /** Goes to a moment; a passage pauses at its end and goes on when played again. */
  goTo = (moment: MomentLink): void => {
    this.seek(moment.start);
    if (moment.end === undefined) return;
    this.#passage = moment;
    this.stopAt('passage', moment.end);
  };

  /**
   * The film will pause at `time`, before anything of what comes there is shown, and then wait for `reason`. A seek forgets it. At the
   * end of a chapter not even a frame of what comes is seen; nor is there a moment of the timeline, so the clock is told of it.
   */
  stopAt(reason: WaitReason, time: number): void {
    this.#stops.set(reason, time);
    if (this.#port && (reason === 'chapter' || this.timeline.momentAt(time).start !== time))
      this.#watchTime(this.#port);
  }

  /** Calls `ticker` some four times a second while the film plays, without an effect. Returns how to stop. */
  eachTick(ticker: () => void): () => void {
    this.#tickers.add(ticker);
    return () => this.#tickers.delete(ticker);
  }

  /** For a getter: whoever reads it in an effect is told every so many seconds of a film that plays on. */
  #every(seconds: number): () => void {
    return createSubscriber((update) => {
      const part = () => Math.floor(this.#time / seconds);
      let told = part();
      return this.eachTick(() => {
        if (part() === told) return;
        told = part();
        update();
      });
    });
  }

  forgetStop(reason: WaitReason): void {
    this.#stops.delete(reason);
  }

  /** Pauses a film that plays and remembers why; `goOn` plays on if nobody has touched the film since. */
  waitFor = (reason: WaitReason): void => {
    // From a quote on its own somebody goes on to the portrait that it leads to.
    if (this.#waitingFor === 'quote') this.#waitingFor = reason;
    if (this.paused || this.ended) return;
    this.#port?.pause();
    this.#waitingFor = reason;
  };

  goOn = (reason: WaitReason): void => {
    if (this.#waitingFor === reason) void this.play();
  };

  setRate = (rate: number): void => this.#port?.setRate(rate);
  setMuted = (muted: boolean): void => this.#port?.setMuted(muted);
  /** Who turns the sound up wants to hear it, unless only the volume is set. */
  setVolume = (volume: number, { unmutes = true } = {}): void => {
    this.#fullVolume = undefined;
    this.#port?.setVolume(Math.min(1, Math.max(0, volume)));
    if (unmutes && volume > 0) this.setMuted(false);
  };

  /** Lowers the sound of the film while a voice speaks over it, and raises it again. */
  lower(on: boolean): void {
    if (on && this.#fullVolume === undefined && this.#port) {
      this.#fullVolume = this.#port.read().volume;
      this.#port.setVolume(this.#fullVolume * LOWERED);
    } else if (!on && this.#fullVolume !== undefined) {
      this.#port?.setVolume(this.#fullVolume);
      this.#fullVolume = undefined;
    }
  }

  #open(port: MediaPort): void {
    this.#stopWatching();
    this.#stopReading = port.onChange(this.#read);
    this.#watchTime(port);
    this.#port = port;
    this.#read();
  }

  /** The film from elsewhere, or once more, as it was: at its moment, and playing if it played. */
  #reload(file?: MediaFile): void {
    if (!this.#port) return;
    const { rate } = this.#media;
    this.#wanted ??= this.time;
    this.#port.reload(file);
    this.#port.setRate(rate);
    // Nobody may have pressed anything yet, or the next trouble comes in between: then it stands still, and the page shows that.
    if (this.#plays) this.#port.play().catch(() => {});
  }

  #watchTime(port: MediaPort): void {
    this.#stopTicking();
    const stops = [...this.#stops]
      .flatMap(([reason, end]) => (reason === 'chapter' ? RATES.map((rate) => end - EARLY * rate) : [end]))
      .filter(Number.isFinite);
    const moments = this.timeline.momentStarts;
    const boundaries = stops.length > 0 ? [...moments, ...stops].sort((a, b) => a - b) : moments;
    this.#stopTicking = port.onTime(boundaries, this.#tick);
  }

  #stopWatching = (): void => {
    this.#stopReading();
    this.#stopTicking();
  };

  #tellAfterFrame = (): void => {
    this.#firstFrame = undefined;
    this.#read();
  };

  #read = (): void => {
    const state = this.#firstFrame ? undefined : this.#port?.read();
    if (!state) return;
    this.#media = state;
    // An element that fails, or is fetched anew, pauses by itself.
    if (!state.error && Number.isFinite(state.duration)) this.#plays = !state.paused;
    if (!state.paused) {
      this.started = true;
      // Played by whatever means (a headset, the system), it no longer waits.
      this.#waitingFor = undefined;
    }
    if (this.#wanted !== undefined && Number.isFinite(state.duration)) {
      const wanted = this.#wanted;
      this.#wanted = undefined;
      if (wanted > 0 && !state.seekable) this.trouble.stay();
      else this.#port?.seek(Math.min(wanted, Math.max(0, state.duration - 0.04)));
    }
    this.#tick();
    if (this.#port) this.trouble.notice(this.#port.read());
  };

  #tick = (): void => {
    if (!this.#port || this.#wanted !== undefined) return;
    const state = this.#port.read();
    const time = wholeMilliseconds(state.time);
    const [reason, end] = this.#firstStop(time, state.paused ? 0 : EARLY * state.rate);
    if (reason === undefined) {
      this.#pass(time, state);
      return;
    }
    this.#stops.delete(reason);
    // A few milliseconds past the end would already show the next line: the clock never says so, and the picture is taken back.
    this.#tell(wholeMilliseconds(end - 0.001));
    this.#port.pause();
    this.#waitingFor = reason;
    this.#port.seek(this.time);
  };

  #pass(time: number, { paused, seeking }: MediaState): void {
    const isNews = this.timeline.momentAt(time) !== this.timeline.momentAt(this.#toldTime);
    if (this.tellsEachTick || paused || seeking || isNews) this.#tell(time);
    else this.#time = time;
    for (const ticker of this.#tickers) ticker();
  }

  #tell(time: number): void {
    this.#time = time;
    if (time === this.#toldTime) return;
    this.#toldTime = time;
    this.#news += 1;
  }

  /** The earliest stop that `time` has reached; of several at one time the one that is over soonest. A chapter is over `early`. */
  #firstStop(time: number, early: number): [WaitReason, number] | [undefined, undefined] {
    let first: [WaitReason, number] | [undefined, undefined] = [undefined, undefined];
    for (const reason of SOONEST_OVER) {
      const end = this.#stops.get(reason);
      if (end === undefined || time < end - (reason === 'chapter' ? early : 0)) continue;
      if (first[1] === undefined || end < first[1]) first = [reason, end];
    }
    return first;
  }
}

export const [getPlayer, setPlayer] = createContext<Player>();
