/** All that is said, as plain text to keep or to print. */
import type { Cue, EditionData, EditionText } from './edition-data';
import { lineText } from './line-text';
import { passageText } from './passage-text';

interface Spoken {
  readonly data: Pick<EditionData, 'people' | 'chapters' | 'cues'>;
  readonly text: Pick<EditionText, 'words' | 'lines'>;
}

function linesOf(cues: readonly Cue[], { data, text }: Spoken): string {
  const names = new Map(data.people.map(({ id, name }) => [id, name]));
  return passageText(
    cues.map(({ id, person }) => ({
      name: names.get(person ?? '') ?? text.words.narrator,
      text: lineText(text.lines[id]),
    })),
  );
}

/** The title of the film, then each chapter that has lines among `cues`, with its title above them. All cues where none are given. */
export function transcriptText({ data, text, cues = data.cues }: Spoken & { readonly cues?: readonly Cue[] }): string {
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
      linesOf(lines, { data, text }),
    ]);
  return `${[text.words.title, ...blocks].join('\n\n')}\n`;
}
