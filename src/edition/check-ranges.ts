/** Chapters, quotes and notes: their cues exist, they end after they begin, and they keep out of each other's way. */
import type { CueIndex } from './cue-index';
import type { JsonFile } from './json-file';
import { problem, type Problem } from './problems';
import type { Film } from './schema';

type Group = 'chapters' | 'quotes' | 'notes';

interface Range {
  readonly id: string;
  readonly nth: number;
  readonly from: number;
  readonly to: number;
}

export function checkRanges(film: JsonFile<Film>, cues: CueIndex): Problem[] {
  const problems: Problem[] = [];
  const chapters = readRanges(film, 'chapters', 'chapter', cues, problems);
  chapters.forEach((chapter, index) => {
    const before = chapters[index - 1];
    if (before && chapter.from < before.from)
      problems.push(problem('chapter-order', film.at('chapters', chapter.nth), { id: chapter.id, before: before.id }));
  });
  refuseOverlap(film, 'chapters', 'chapter', chapters, problems);
  refuseOverlap(film, 'quotes', 'quote', readRanges(film, 'quotes', 'quote', cues, problems), problems);
  refuseOverlap(film, 'notes', 'note', readRanges(film, 'notes', 'note', cues, problems), problems);

  // Only when all chapters can be placed: otherwise their cues would seem to be in none.
  if (chapters.length === film.value.chapters.length) {
    for (const { id, index, lines } of cues.cues) {
      if (chapters.some(({ from, to }) => from <= index && index <= to)) continue;
      problems.push(problem('cue-outside-chapters', { file: cues.file, line: lines.id }, { cue: id }));
    }
  }
  return problems;
}

/** Who says a quote must be the one whose quote it is. */
export function checkQuoteSpeakers(film: JsonFile<Film>, cues: CueIndex): Problem[] {
  return film.value.quotes.flatMap(({ id, person, from, to }, nth) => {
    const name = film.value.people.find((one) => one.id === person)?.name;
    const first = cues.get(from)?.index;
    const last = cues.get(to)?.index;
    if (name === undefined || first === undefined || last === undefined) return [];
    const other = cues.cues.slice(first, last + 1).find((cue) => cue.person !== person);
    if (!other) return [];
    return [problem('quote-speaker', film.at('quotes', nth, 'person'), { id, person: name, cue: other.id })];
  });
}

function readRanges(film: JsonFile<Film>, group: Group, kind: string, cues: CueIndex, problems: Problem[]): Range[] {
  return film.value[group].flatMap(({ id, from, to }, nth): Range[] => {
    for (const [end, cue] of Object.entries({ from, to })) {
      if (!cues.knows(cue)) problems.push(problem('unknown-cue', film.at(group, nth, end), { cue, file: cues.file }));
    }
    const first = cues.get(from)?.index;
    const last = cues.get(to)?.index;
    if (first === undefined || last === undefined) return [];
    if (last >= first) return [{ id, nth, from: first, to: last }];
    problems.push(problem('ends-before-start', film.at(group, nth, 'to'), { kind, id, from, to }));
    return [];
  });
}

function refuseOverlap(
  film: JsonFile<Film>,
  group: Group,
  kind: string,
  ranges: readonly Range[],
  problems: Problem[],
): void {
  const inTime = [...ranges].sort((a, b) => a.from - b.from || a.nth - b.nth);
  inTime.forEach((range, index) => {
    const before = inTime[index - 1];
    if (before && range.from <= before.to)
      problems.push(problem('overlap', film.at(group, range.nth), { kind, id: range.id, before: before.id }));
  });
}
