/**
 * The media port: all that this project knows of whatever plays the film. One adapter a source lives in `sources/`; each passes
 * `sources/media-port.contract.ts`. Times are seconds, volume runs from 0 to 1, rate 1 is the film's own speed.
 */
export type MediaErrorKind = 'network' | 'decode' | 'unsupported' | 'unknown';

/** A file that the film can be had from. */
export interface MediaFile {
  /** The whole address. */
  readonly src: string;
  /** MIME type, with codecs where the edition names them. */
  readonly type: string;
}

/** What the media says of itself now. Nobody keeps a copy but the player, which asks again at every change. */
export interface MediaState {
  readonly time: number;
  /** NaN until the media knows. */
  readonly duration: number;
  readonly paused: boolean;
  readonly ended: boolean;
  readonly seeking: boolean;
  /** Wants to play and can't yet. */
  readonly waiting: boolean;
  /** False where the host sends the film from its beginning only: browsers then go nowhere else. */
  readonly seekable: boolean;
  /** Nothing has come in for some seconds, though it was asked for. */
  readonly stalled: boolean;
  readonly rate: number;
  readonly volume: number;
  readonly muted: boolean;
  readonly error: MediaErrorKind | undefined;
}

export interface MediaPort {
  read(): MediaState;
  /** Rejects with a `NotAllowedError` (DOMException) where the browser wants a press first. */
  play(): Promise<void>;
  pause(): void;
  /** Seconds; the newest seek cancels the one before. */
  seek(time: number): void;
  setRate(rate: number): void;
  setVolume(volume: number): void;
  setMuted(muted: boolean): void;
  /** Those that this browser plays, the preferred first; none where a service has the film. */
  files(): readonly MediaFile[];
  /** The address of the one that plays or will; empty until one has been chosen. */
  file(): string;
  /**
   * Fetches the film anew, after an error too: from `file`, or as it was chosen first. It then stands at its beginning; where it was and
   * whether it played is the player's to know.
   */
  reload(file?: MediaFile): void;
  /** Calls `listener` after every change of state but the passing of time. Returns how to stop. */
  onChange(listener: () => void): () => void;
  /**
   * Calls `listener` when time has passed: at each of `boundaries`, some four times a second between them, and after seeks. Returns how to
   * stop.
   */
  onTime(boundaries: readonly number[], listener: () => void): () => void;
}
