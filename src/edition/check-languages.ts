/** The subtitles of another language against those of the default language: the same cues, times, voices and themes. */
import { speakerOf } from './cue-index';
import type { CaptionCue, Captions } from './parse-captions';
import { problem, type Problem } from './problems';
import { ID_PATTERN, type Film } from './schema';

/** Milliseconds that a cue may begin or end earlier or later than the same cue in the default language. */
const MOST_APART = 500;

export interface Spoken {
  readonly captions: Captions;
  /** The name of the narrator in this language, where it is known. */
  readonly narrator: string | undefined;
}

export function checkLanguages(main: Spoken, other: Spoken, film: Film): Problem[] {
  const problems: Problem[] = [];
  const there = firstById(main.captions);
  const here = firstById(other.captions);
  const { file, broken } = other.captions;

  let line = 1;
  for (const id of there.keys()) {
    const same = here.get(id);
    if (same) line = same.lines.id;
    else if (!broken.has(id)) problems.push(problem('cue-missing', { file, line }, { id, other: main.captions.file }));
  }
  for (const [id, cue] of here) {
    const same = there.get(id);
    if (same) problems.push(...compareCues(same, cue, main, other, film));
    else if (!main.captions.broken.has(id))
      problems.push(problem('cue-extra', { file, line: cue.lines.id }, { id, other: main.captions.file }));
  }
  return problems;
}

/** Ids that are missing, in the wrong form or there twice are problems of their file already. */
function firstById({ cues }: Captions): Map<string, CaptionCue> {
  const byId = new Map<string, CaptionCue>();
  for (const cue of cues) if (ID_PATTERN.test(cue.id) && !byId.has(cue.id)) byId.set(cue.id, cue);
  return byId;
}

function compareCues(there: CaptionCue, here: CaptionCue, main: Spoken, other: Spoken, film: Film): Problem[] {
  const problems: Problem[] = [];
  const { id, lines } = here;
  const { file, timed } = other.captions;
  const from = main.captions.file;
  const apart = Math.max(Math.abs(here.start - there.start), Math.abs(here.end - there.end));
  if (main.captions.timed && timed && apart > MOST_APART) {
    const difference = (apart / 1000).toFixed(3);
    problems.push(problem('times-differ', { file, line: lines.timing }, { id, difference, other: from }));
  }
  const at = { file, line: lines.text };
  const speaker = speakerOf(there.voice, film, main.narrator);
  const speakerHere = speakerOf(here.voice, film, other.narrator);
  if (speaker !== undefined && speakerHere !== undefined && speaker !== speakerHere)
    problems.push(problem('voice-differs', at, { id, other: from, voice: there.voice ?? '' }));
  const themes = (cue: CaptionCue) => [...new Set(cue.classes)].sort().join(', ') || 'none';
  if (themes(here) !== themes(there))
    problems.push(problem('themes-differ', at, { id, other: from, here: themes(here), there: themes(there) }));
  return problems;
}
