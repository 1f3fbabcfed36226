/** All that is said, as plain text to keep or to print. */
import type { Cue, EditionData, EditionText } from './edition-data';
import { lineText, onOneLine } from './line-text';
import { passageText } from './passage-text';
import { lastStartedIndex } from './ranges';
import { seenBefore } from './seen-before';

interface Spoken {
  readonly data: Pick<EditionData, 'people' | 'chapters' | 'cues'> & Partial<Pick<EditionData, 'descriptions'>>;
  readonly text: Pick<EditionText, 'words' | 'lines'> & Partial<Pick<EditionText, 'descriptions'>>;
  /** What stands before a description, so that nobody takes it for something that is said. Without it there are none. */
  readonly inPicture?: string;
}

function linesOf(cues: readonly Cue[], { data, text, inPicture }: Spoken): string {
  const names = new Map(data.people.map(({ id, name }) => [id, name]));
  const descriptions = inPicture === undefined ? [] : (data.descriptions ?? []);
  const seen = seenBefore(data.cues, descriptions);
  const seenAt = (next: number) =>
    (seen.get(next) ?? []).map(({ id }) => ({ text: `${inPicture} ${onOneLine(text.descriptions?.[id] ?? '')}` }));
  return passageText(
    cues.flatMap((cue) => {
      const { id, person } = cue;
      const index = lastStartedIndex(data.cues, cue.start);
      const said = { name: names.get(person ?? '') ?? text.words.narrator, text: lineText(text.lines[id]) };
      return [...seenAt(index), said, ...(index === data.cues.length - 1 ? seenAt(index + 1) : [])];
    }),
  );
}

/** The title of the film, then each chapter that has lines among `cues`, with its title above them. All cues where none are given. */
export function transcriptText({
  data,
  text,
  inPicture,
  cues = data.cues,
}: Spoken & { readonly cues?: readonly Cue[] }): string {
  const chosen = new Set(cues.map(({ id }) => id));
  const begins = new Map(data.chapters.map(({ id, from }) => [from, id]));
  const parts: { readonly chapter?: string; readonly cues: Cue[] }[] = [{ cues: [] }];
  for (const cue of data.cues) {
    const chapter = begins.get(cue.id);
    if (chapter !== undefined) parts.push({ chapter, cues: [] });
    if (chosen.has(cue.id)) parts.at(-1)!.cues.push(cue);
  }
  const blocks = parts
    .filter((part) => part.cues.length > 0)
    .flatMap(({ chapter, cues: lines }) => [
      ...(chapter === undefined ? [] : [text.words.chapters[chapter]?.title ?? chapter]),
      linesOf(lines, { data, text, ...(inPicture !== undefined && { inPicture }) }),
    ]);
  return `${[text.words.title, ...blocks].join('\n\n')}\n`;
}
