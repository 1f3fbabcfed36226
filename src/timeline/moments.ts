import { wholeMilliseconds } from './clock-time';
import type { Cue } from './edition-data';
import { lastStartedIndex, rangeAt, type Range } from './ranges';
import type { Moment, ThemeRange, Timeline } from './timeline';

/** Seconds of pause between two lines about the same theme in which its tag stays, so that it does not flicker. */
const BREATH = 1;

export function joinTouching(theme: string, cues: readonly Cue[]): ThemeRange[] {
  const joined: { theme: string; start: number; end: number; cues: Cue[] }[] = [];
  for (const cue of cues) {
    if (!cue.themes.includes(theme)) continue;
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

function pathOf(cue: Cue | undefined): string {
  return cue?.paragraph ? `${cue.paragraph.person}#${cue.paragraph.paragraph}` : '';
}

/** For each cue the last cue before it that leads to another paragraph. */
function otherBefore(cues: readonly Cue[]): (Cue | undefined)[] {
  /** The last cue that leads anywhere, and the last before it that leads elsewhere: lines in between may lead nowhere. */
  let recent: Cue | undefined;
  let other: Cue | undefined;
  return cues.map((cue) => {
    const path = pathOf(cue);
    if (path === '') return recent;
    if (pathOf(recent) !== path) other = recent;
    recent = cue;
    return other;
  });
}

/** Cuts the film at every start and end: between two cuts nothing changes. The first moment starts at 0, the last never ends. */
export function momentsOf(
  parts: Pick<Timeline, 'cues' | 'chapters' | 'quotes' | 'notes' | 'descriptions' | 'themes'>,
): readonly Moment[] {
  const { cues, chapters, quotes, notes, descriptions, themes } = parts;
  const ranges: Range[] = [...cues, ...chapters, ...quotes, ...notes, ...descriptions, ...themes];
  const cuts = new Set([0, ...ranges.flatMap(({ start, end }) => [start, end])]);
  const sorted = [...cuts].filter((cut) => cut >= 0 && cut < Infinity).sort((a, b) => a - b);
  const before = otherBefore(cues);
  const themesByStart = new ThemeSweep(themes);

  return sorted.map((start, index): Moment => {
    const cue = rangeAt(cues, start);
    const latestIndex = lastStartedIndex(cues, start);
    const latest = cues[latestIndex];
    const other = before[latestIndex];
    const chapter = rangeAt(chapters, start);
    const quote = rangeAt(quotes, start);
    const note = rangeAt(notes, start);
    const description = rangeAt(descriptions, start);
    return {
      start,
      end: sorted[index + 1] ?? Infinity,
      ...(cue && { cue }),
      ...(latest && { latest }),
      ...(other && { before: other }),
      ...(chapter && { chapter }),
      ...(quote && { quote }),
      ...(note && { note }),
      ...(description && { description }),
      themes: themesByStart.at(start),
      chapterBegins: cue !== undefined && cue.id === chapter?.chapter.from,
    };
  });
}

/** Themes may overlap one another, so a plain search does not do; moments ask in order of time, so one sweep does. */
class ThemeSweep {
  #next = 0;
  #running: ThemeRange[] = [];
  constructor(private readonly themes: readonly ThemeRange[]) {}

  at(time: number): readonly string[] {
    while (this.#next < this.themes.length && this.themes[this.#next]!.start <= time) {
      this.#running.push(this.themes[this.#next]!);
      this.#next += 1;
    }
    this.#running = this.#running.filter((range) => time < range.end);
    return this.#running.map(({ theme }) => theme);
  }
}
