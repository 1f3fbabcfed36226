import { wholeMilliseconds } from './clock-time';
import type { Cue, ParagraphLink } from './edition-data';
import { lastAtOrBefore, lastStartedIndex, rangeAt, type Range } from './ranges';
import type { Moment, ThemeRange, Timeline } from './timeline';

/** Seconds of pause between two lines about the same theme in which its tag stays, so that it does not flicker. */
const BREATH = 1;

/** The stretches of each theme, one theme after the other. */
export function themeStretches(themes: readonly string[], cues: readonly Cue[]): ThemeRange[] {
  const about = new Map(themes.map((theme) => [theme, [] as Cue[]]));
  for (const cue of cues) for (const theme of new Set(cue.themes)) about.get(theme)?.push(cue);
  return [...about].flatMap(([theme, own]) => joinTouching(theme, own));
}

/** `cues` are all about the theme. */
function joinTouching(theme: string, cues: readonly Cue[]): ThemeRange[] {
  const joined: { theme: string; start: number; end: number; cues: Cue[] }[] = [];
  for (const cue of cues) {
    const last = joined.at(-1);
    if (last && wholeMilliseconds(cue.start - last.end) <= BREATH) {
      last.end = cue.end;
      last.cues.push(cue);
    } else {
      joined.push({ theme, start: cue.start, end: cue.end, cues: [cue] });
    }
  }
  return joined;
}

const leadsTo = (cue: Cue | undefined, { person, paragraph }: ParagraphLink): boolean =>
  cue?.paragraph?.person === person && cue.paragraph.paragraph === paragraph;

/** For each cue the last cue before it that leads to another paragraph. */
function otherBefore(cues: readonly Cue[]): (Cue | undefined)[] {
  /** The last cue that leads anywhere, and the last before it that leads elsewhere: lines in between may lead nowhere. */
  let recent: Cue | undefined;
  let other: Cue | undefined;
  return cues.map((cue) => {
    if (!cue.paragraph) return recent;
    if (!leadsTo(recent, cue.paragraph)) other = recent;
    recent = cue;
    return other;
  });
}

type Parts = Pick<Timeline, 'cues' | 'chapters' | 'quotes' | 'notes' | 'descriptions' | 'themes'>;

/**
 * The film cut at every start and end: between two cuts nothing changes. The first moment starts at 0, the last never ends. A moment is
 * put together when it is asked for, and kept: ten hours have twenty thousand of them, of which most people see few.
 */
export class Moments {
  /** In order of time. */
  readonly starts: readonly number[];
  readonly #parts: Parts;
  readonly #made: Moment[] = [];
  readonly #before: readonly (Cue | undefined)[];
  readonly #themes: ThemesAt;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.starts = cutsOf(Object.values(parts));
    this.#before = otherBefore(parts.cues);
    this.#themes = new ThemesAt(parts.themes);
  }

  /** The moment in which `time` lies; before the film that is the first. */
  at(time: number): Moment {
    const index = Math.max(0, lastAtOrBefore(this.starts, time));
    return (this.#made[index] ??= this.#make(this.starts[index]!, this.starts[index + 1] ?? Infinity));
  }

  #make(start: number, end: number): Moment {
    const { cues, chapters, quotes, notes, descriptions } = this.#parts;
    const cue = rangeAt(cues, start);
    const latestIndex = lastStartedIndex(cues, start);
    const latest = cues[latestIndex];
    const before = this.#before[latestIndex];
    const chapter = rangeAt(chapters, start);
    const quote = rangeAt(quotes, start);
    const note = rangeAt(notes, start);
    const description = rangeAt(descriptions, start);
    return {
      start,
      end,
      ...(cue && { cue }),
      ...(latest && { latest }),
      ...(before && { before }),
      ...(chapter && { chapter }),
      ...(quote && { quote }),
      ...(note && { note }),
      ...(description && { description }),
      themes: this.#themes.at(start),
      chapterBegins: cue !== undefined && cue.id === chapter?.chapter.from,
    };
  }
}

/** Each time once. */
function cutsOf(parts: readonly (readonly Range[])[]): readonly number[] {
  const cuts = [0];
  for (const ranges of parts) for (const { start, end } of ranges) cuts.push(start, end);
  const sorted = Float64Array.from(cuts.filter((cut) => cut >= 0 && cut < Infinity)).sort();
  return [...sorted].filter((cut, index) => cut !== sorted[index - 1]);
}

/** Themes may overlap one another, so a search alone does not do: from the last that has begun back to where nothing still lasts. */
class ThemesAt {
  readonly #themes: readonly ThemeRange[];
  /** For each theme the latest end of it and all before it. */
  readonly #lasts: readonly number[];

  constructor(themes: readonly ThemeRange[]) {
    this.#themes = themes;
    let latest = 0;
    this.#lasts = themes.map(({ end }) => (latest = Math.max(latest, end)));
  }

  at(time: number): readonly string[] {
    const found: string[] = [];
    for (let index = lastStartedIndex(this.#themes, time); index >= 0 && this.#lasts[index]! > time; index -= 1) {
      const { theme, end } = this.#themes[index]!;
      if (end > time) found.push(theme);
    }
    return found.reverse();
  }
}
