/** The edition that the tests run on, read as the build reads it: no time or text of it stands in a test. */
import { readEdition } from '../../src/edition/read-edition';
import { createTimeline } from '../../src/timeline/timeline';
import type { Cue, Edition } from '../../src/timeline/edition-data';

function read(): Edition {
  const root = process.env['EDITION_ROOT'] ?? '.';
  const name = process.env['EDITION'];
  const { edition, problems } = readEdition({ root, ...(name && { edition: name }) });
  if (!edition) throw new Error(`The edition has problems: ${JSON.stringify(problems.slice(0, 3))}`);
  return edition;
}

export const edition = read();
export const timeline = createTimeline(edition.data);
export const languages = edition.data.languages;
/** Length of one frame of the stand-in film. */
export const FRAME = 1 / 25;

export const textOf = (language: string) => edition.texts[language]!;
export const lineOf = (cue: Cue, language: string): string =>
  textOf(language)
    .lines[cue.id]!.map(({ text }) => text)
    .join('');

/** The first cue of which `test` is true; a test that finds none is a test of nothing. */
export function cueWith(test: (cue: Cue) => boolean): Cue {
  const cue = edition.data.cues.find(test);
  if (!cue) throw new Error('No cue of the edition is like that.');
  return cue;
}

/** Somebody speaks, a phrase in the line is about a theme, and a portrait tells of it. Not in a passage that the film stops before. */
export const linkedCue = cueWith(
  (cue) =>
    cue.person !== undefined &&
    cue.themes.length > 0 &&
    cue.paragraph !== undefined &&
    !timeline.notes.some(({ start, end }) => cue.start >= start && cue.start < end),
);
