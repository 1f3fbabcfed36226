/** What a page around may learn of an embedded film and ask of it. Times are seconds from the start of the film, volume 0 to 100. */

export interface ChapterValue {
  readonly id: string;
  readonly title: string;
  /** From 0. */
  readonly index: number;
}

export interface QuoteValue {
  readonly id: string;
  readonly text: string;
  /** Name of the person. */
  readonly person: string;
}

export interface PortraitValue {
  /** Id of the person. */
  readonly person: string;
  /** Id of the paragraph, where one was asked for. */
  readonly paragraph?: string;
}

/** Shown in words to developers, never to viewers: `code` is that of MediaError, 0 where there is none. */
export interface ErrorValue {
  readonly code: number;
  readonly msg: string;
}

export interface EmbeddedState {
  readonly paused: boolean;
  /** True when what is embedded is over: the film, the chapter or the route. */
  readonly ended: boolean;
  readonly time: number;
  readonly duration: number;
  readonly volume: number;
  readonly muted: boolean;
  readonly loop: boolean;
  readonly error: ErrorValue | undefined;
  readonly chapter: ChapterValue | undefined;
  readonly quote: QuoteValue | undefined;
  /** Ids of the themes that are spoken of. */
  readonly themes: readonly string[];
  /** Id of the theme whose route is played. */
  readonly theme: string | undefined;
  readonly language: string;
  readonly subtitles: readonly string[];
}

/** All that a page around can make the film do. Values have been checked for type and range, ids and languages not yet. */
export type EmbedCommand =
  | { readonly kind: 'play' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'mute'; readonly muted: boolean }
  | { readonly kind: 'volume'; readonly volume: number }
  | { readonly kind: 'time'; readonly time: number }
  | { readonly kind: 'loop'; readonly loop: boolean }
  | { readonly kind: 'chapter'; readonly chapter: string }
  | { readonly kind: 'theme'; readonly theme: string }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'subtitles'; readonly languages: readonly string[] };

export interface EmbeddedFilm {
  /** What counts now. A film that nobody has begun to play answers too, without being loaded. */
  read(): EmbeddedState;
  /** Does it, once the player is there; what the edition does not have is ignored. In the order of the calls. */
  run(command: EmbedCommand): void;
  /** Calls `listener` whenever `read` may say something else. Returns how to stop. */
  onChange(listener: () => void): () => void;
  /** Calls `listener` when somebody opens a portrait, here or in a new tab. Returns how to stop. */
  onPortrait(listener: (portrait: PortraitValue) => void): () => void;
}
