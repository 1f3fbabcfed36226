/**
 * Descriptions of what is to be seen, for a voice to speak. They begin in a pause between the lines; how long the voice needs is not
 * asked, for the film waits where the pause is too short.
 */
import { checkBrowsers } from './check-browsers';
import { checkCueIds } from './check-cues';
import type { CaptionCue, Captions } from './parse-captions';
import { problem, type Problem } from './problems';
import type { LanguageSources, Sources } from './sources';

export function checkDescriptions({ languages, captionTexts }: Sources): Problem[] {
  const main = languages[0];
  return languages.flatMap((one): Problem[] => {
    const { descriptions } = one;
    const text = descriptions && captionTexts.get(descriptions.file);
    if (!descriptions || !text) return [];
    return [
      ...checkCueIds(descriptions),
      ...checkBrowsers(descriptions, text),
      ...checkWords(descriptions),
      ...checkIdsTaken(descriptions, one.captions),
      ...(descriptions.timed ? checkOrder(descriptions) : []),
      ...(main?.descriptions && main !== one ? checkSame(main.descriptions, descriptions) : checkPauses(one)),
    ];
  });
}

/** A tag would be lost on a voice; a "<" of the words themselves is written as &lt;. */
const checkWords = ({ file, cues }: Captions): Problem[] =>
  cues
    .filter(({ source }) => source.includes('<'))
    .map(({ id, lines }) => problem('description-tags', { file, line: lines.text }, { id }));

function checkIdsTaken({ file, cues }: Captions, captions: Captions | undefined): Problem[] {
  const taken = new Set(captions?.cues.map(({ id }) => id));
  return cues
    .filter(({ id }) => id && taken.has(id))
    .map(({ id, lines }) => problem('description-id-taken', { file, line: lines.id }, { id }));
}

function checkOrder({ file, cues }: Captions): Problem[] {
  return cues.flatMap(({ id, start, lines }, index): Problem[] => {
    const before = cues[index - 1];
    const at = { file, line: lines.timing };
    if (!before || start >= before.end) return [];
    if (start < before.start) return [problem('cue-order', at, { id })];
    return [problem('cues-overlap', at, { id, overlap: before.end - start })];
  });
}

/** The times of the default language count, of the lines and of the descriptions. */
function checkPauses({ captions, descriptions }: LanguageSources): Problem[] {
  if (!captions?.timed || !descriptions?.timed) return [];
  const { file } = descriptions;
  return descriptions.cues.flatMap(({ id, start, end, lines }): Problem[] => {
    const at = { file, line: lines.timing };
    const said = captions.cues.find((line) => line.start <= start && start < line.end);
    if (said) return [problem('description-over-line', at, { id, cue: said.id })];
    const next = captions.cues.find((line) => line.start > start);
    return next && end > next.start ? [problem('description-into-line', at, { id, cue: next.id })] : [];
  });
}

function checkSame(main: Captions, other: Captions): Problem[] {
  const { file } = other;
  const there = byId(main);
  const here = byId(other);
  let line = 1;
  const missing = [...there.keys()].flatMap((id): Problem[] => {
    line = here.get(id)?.lines.id ?? line;
    return here.has(id) || other.broken.has(id)
      ? []
      : [problem('cue-missing', { file, line }, { id, other: main.file })];
  });
  const others = [...here].flatMap(([id, cue]): Problem[] => {
    const same = there.get(id);
    if (!same) {
      const at = { file, line: cue.lines.id };
      return main.broken.has(id) ? [] : [problem('cue-extra', at, { id, other: main.file })];
    }
    if (!main.timed || !other.timed || (cue.start === same.start && cue.end === same.end)) return [];
    return [problem('description-times', { file, line: cue.lines.timing }, { id, other: main.file })];
  });
  return [...missing, ...others];
}

const byId = ({ cues }: Captions) =>
  new Map(cues.filter(({ id }) => id).map((cue): [string, CaptionCue] => [cue.id, cue]));
