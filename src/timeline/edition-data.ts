/**
 * What the build makes of an edition: plain data, ready to look up. All times are seconds from the start of the film, in whole
 * milliseconds, and all of them come from the subtitles of the default language. Intervals are half open: `start` belongs, `end` does not.
 */
import type { Film, FilmChapter, FilmNote, FilmQuote, Person, Words } from '../edition/schema';
import type { FilmFile, ServiceFilm } from './film-source';

export type { Film, FilmChapter, FilmNote, FilmQuote, Person, Words };

/** Where a line of the film is told about in writing. */
export interface ParagraphLink {
  readonly person: string;
  readonly paragraph: string;
}

export interface Cue {
  /** The same in every language: what chapters, quotes and paragraphs hang on. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Who speaks, by id; the narrator is nobody's id. */
  readonly person?: string;
  /** Themes tagged inside the cue, in the order they are tagged in the default language. */
  readonly themes: readonly string[];
  /** The paragraph that names this cue: the way from the film to the text. */
  readonly paragraph?: ParagraphLink;
}

/** A moment to say what is to be seen. It begins in a pause; where the voice needs longer, the film waits. */
export interface DescriptionCue {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of a subtitle line. A line break is a "\n" inside `text`. */
export interface LinePart {
  readonly text: string;
  /** The theme that this phrase is about. */
  readonly theme?: string;
  /** Set where the phrase is in another language than the line. */
  readonly lang?: string;
  readonly emphasis?: boolean;
}

/** The picture and where it comes from. */
export type FilmData = Omit<Film['film'], 'sources'> & {
  /** Seconds, where a file of the site tells it. */
  readonly length?: number;
  /** Files of the site, the preferred one first. */
  readonly sources: readonly FilmFile[];
  /** Shown where none of the files can be, and only after a press. */
  readonly service?: ServiceFilm;
};

/** The edition without its words: small, and the same in every language. */
export interface EditionData {
  readonly id: string;
  readonly standIn: boolean;
  readonly languages: readonly string[];
  readonly film: FilmData;
  readonly perspectives: Film['perspectives'];
  readonly people: readonly Person[];
  readonly themes: readonly { readonly id: string; readonly slugs: Readonly<Record<string, string>> }[];
  readonly chapters: readonly FilmChapter[];
  readonly quotes: readonly FilmQuote[];
  readonly notes: readonly FilmNote[];
  /** Terms that the words explain, in the order to show them in. */
  readonly glossary: readonly string[];
  /** In the order of time. */
  readonly cues: readonly Cue[];
  /** In the order of time; empty where the edition describes nothing. */
  readonly descriptions: readonly DescriptionCue[];
}

/** A piece of written text. No piece ever holds markup: the page makes elements of `kind`. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'emphasis'; readonly parts: readonly Inline[] }
  | { readonly kind: 'strong'; readonly parts: readonly Inline[] }
  /** `https:` addresses only. */
  | { readonly kind: 'link'; readonly href: string; readonly parts: readonly Inline[] }
  /** Words in another language than the text around them. */
  | { readonly kind: 'foreign'; readonly language: string; readonly parts: readonly Inline[] }
  /** The words that tell of one line of the film. */
  | { readonly kind: 'cue'; readonly cue: string; readonly parts: readonly Inline[] };

/** A titled paragraph of a portrait or of the about page. `text` has one entry for each block. */
export interface Paragraph {
  readonly id: string;
  readonly title: string;
  /** The cues that it tells about, as its maker lists them: the first is the moment that the paragraph leads to. */
  readonly cues: readonly string[];
  readonly text: readonly (readonly Inline[])[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Portrait {
  readonly person: string;
  readonly headline: string;
  readonly facts: readonly Fact[];
  readonly paragraphs: readonly Paragraph[];
}

export interface PortraitSummary {
  readonly headline: string;
  readonly paragraphs: readonly { readonly id: string; readonly title: string }[];
}

/** Everything of the edition in one language that the film itself needs. */
export interface EditionText {
  readonly language: string;
  readonly words: Words;
  /** By cue id. */
  readonly lines: Readonly<Record<string, readonly LinePart[]>>;
  /** What a voice says of the picture, by the id of the description. */
  readonly descriptions: Readonly<Record<string, string>>;
  /** By person. */
  readonly portraits: Readonly<Record<string, PortraitSummary>>;
}

/** The whole edition, as the build reads it. */
export interface Edition {
  readonly data: EditionData;
  /** By language. */
  readonly texts: Readonly<Record<string, EditionText>>;
  /** By language, then by person. */
  readonly portraits: Readonly<Record<string, Readonly<Record<string, Portrait>>>>;
  /** By language. */
  readonly about: Readonly<Record<string, readonly Paragraph[]>>;
}
