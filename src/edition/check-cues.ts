/** The subtitles of one language on their own: ids, voices and themes. */
import type { CaptionCue, Captions } from './parse-captions';
import { problem, type Problem } from './problems';
import { ID_PATTERN, type Film } from './schema';

export function checkCueIds({ file, cues }: Captions): Problem[] {
  const lines = new Map<string, number>();
  return cues.flatMap(({ id, lines: { id: line }, text }, index): Problem[] => {
    const at = { file, line };
    const problems = text.trim() ? [] : [problem('cue-empty', at, { id })];
    if (!id) return [...problems, problem('cue-id-missing', at, { example: exampleId(cues, index) })];
    if (!ID_PATTERN.test(id)) return [...problems, problem('cue-id-form', at, { id })];
    const first = lines.get(id);
    lines.set(id, first ?? line);
    return first === undefined ? problems : [...problems, problem('cue-id-double', at, { id, first })];
  });
}

function exampleId(cues: readonly CaptionCue[], index: number): string {
  const before = cues[index - 1]?.id;
  return before ? `${before}-b` : 'anna-01';
}

/** `narrator` is missing where the words of this language cannot be read; then only the form of voices is looked at. */
export function checkVoices({ file, cues }: Captions, film: Film, narrator: string | undefined): Problem[] {
  const names = [...film.people.map((person) => person.name), ...(narrator === undefined ? [] : [narrator])];
  const known = new Set(names.map((name) => name.normalize('NFC')));
  return cues.flatMap(({ id, voice, lines }): Problem[] => {
    const at = { file, line: lines.text };
    if (voice === undefined) return [problem('voice-missing', at, { id, example: `v ${names.at(-1) ?? 'Anna'}` })];
    // An empty name is a problem of the file itself already.
    if (narrator === undefined || !voice || known.has(voice)) return [];
    return [problem('unknown-voice', at, { name: voice, names: names.join(', ') })];
  });
}

export function checkCueThemes({ file, cues }: Captions, film: Film): Problem[] {
  const themes = new Set(film.themes);
  return cues.flatMap((cue) =>
    [...new Set(cue.classes)]
      .filter((theme) => !themes.has(theme))
      .map((theme) => problem('unknown-theme', { file, line: lineOfClass(cue, theme) }, { theme })),
  );
}

function lineOfClass(cue: CaptionCue, theme: string): number {
  const before = cue.source.slice(0, Math.max(0, cue.source.indexOf(`.${theme}`)));
  return cue.lines.text + before.split('\n').length - 1;
}
