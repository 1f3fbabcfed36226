/** From what one side of the table says about a theme to what the other side says about it. */
import type { Cue, EditionData } from './edition-data';
import { lastStartedIndex } from './ranges';
import { themeMoments, type ThemeMoment } from './theme-moments';
import type { Timeline } from './timeline';

export interface OtherSide {
  readonly theme: string;
  readonly from: ThemeMoment;
  readonly to: ThemeMoment;
}

/**
 * The nearest moment of another perspective on what is spoken of at `time`: on a theme of the line that sounds or sounded last, else of
 * the last line before it in this chapter that has one. Of two that are equally near the later one, which can't have been heard yet.
 */
export function otherSide(data: EditionData, timeline: Timeline, time: number): OtherSide | undefined {
  const cue = lineWithTheme(data, timeline, time);
  if (!cue) return undefined;
  let nearest: OtherSide | undefined;
  const farness = ({ to }: OtherSide) => Math.abs(to.cue.start - cue.start);
  for (const theme of cue.themes) {
    const moments = themeMoments(data, timeline, theme);
    const from = moments.find((moment) => moment.cue === cue);
    if (!from) continue;
    for (const to of moments) {
      const candidate = { theme, from, to };
      if (to.perspective === from.perspective) continue;
      const gain = nearest ? farness(nearest) - farness(candidate) : Infinity;
      if (gain > 0 || (gain === 0 && to.cue.start > nearest!.to.cue.start)) nearest = candidate;
    }
  }
  return nearest;
}

/** The last line at or before `time`, in its chapter, that somebody's side says about a theme. */
function lineWithTheme({ people }: EditionData, timeline: Timeline, time: number): Cue | undefined {
  const { cues } = timeline;
  const chapter = timeline.chapterAt(time);
  for (let index = lastStartedIndex(cues, time); index >= 0; index -= 1) {
    const cue = cues[index]!;
    if (chapter && cue.start < chapter.start) return undefined;
    if (cue.themes.length > 0 && people.some(({ id }) => id === (cue.person ?? cue.paragraph?.person))) return cue;
  }
  return undefined;
}
