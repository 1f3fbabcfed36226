/** Portraits and about pages: how they hang on the film, and that every language has the same paragraphs. */
import type { CueIndex } from './cue-index';
import { countWords, type Article, type Section } from './parse-portrait';
import { problem, type Problem } from './problems';

const WORDS = { least: 350, most: 600 };
const PARAGRAPHS = { least: 4, most: 8 };

/** One portrait on its own. */
export function checkPortrait(article: Article, name: string): Problem[] {
  const { file, title, sections } = article;
  const at = { file, line: title.line };
  const problems: Problem[] = [];
  if (title.text !== name) problems.push(problem('portrait-name', at, { title: title.text, name }));
  const words = countWords(article);
  if (words < WORDS.least || words > WORDS.most) problems.push(problem('portrait-length', at, { words }));
  const count = sections.length;
  if (count < PARAGRAPHS.least || count > PARAGRAPHS.most) problems.push(problem('portrait-paragraphs', at, { count }));
  return problems;
}

/** The portraits of the default language name the cues; no cue is told about in two paragraphs, in whichever portrait. */
export function checkNamedCues(portraits: readonly Article[], cues: CueIndex): Problem[] {
  const problems: Problem[] = [];
  const told = new Map<string, string>();
  for (const { file, sections } of portraits) {
    for (const { id, line, cues: named } of sections) {
      for (const cue of named) {
        const other = told.get(cue);
        if (!cues.knows(cue)) problems.push(problem('unknown-cue', { file, line }, { cue, file: cues.file }));
        else if (other !== undefined) problems.push(problem('cue-in-two-paragraphs', { file, line }, { cue, other }));
        else told.set(cue, `"${id}" in ${file}, line ${line}`);
      }
    }
  }
  return problems;
}

/** The words that tell of a cue stand in a paragraph of that cue. `main` is the same text in the default language. */
export function checkCueLinks(article: Article, main: Article): Problem[] {
  const elsewhere = (links: Section['cueLinks'], cues: readonly string[]) =>
    links
      .filter((link) => !cues.includes(link.cue))
      .map((link) => problem('cue-link-elsewhere', link, { cue: link.cue }));
  return [
    ...elsewhere(article.introLinks, []),
    ...article.sections.flatMap((section) => {
      const same = main.sections.find((one) => one.id === section.id);
      // A paragraph that the default language does not have is a problem already.
      return same ? elsewhere(section.cueLinks, same.cues) : [];
    }),
  ];
}

export function refuseCues({ sections }: Article): Problem[] {
  return sections
    .filter((section) => section.cues.length)
    .map((section) => problem('cues-not-here', section, { title: section.title }));
}

/** The paragraphs of another language are those of the default language, in the same order. */
export function checkSameParagraphs(article: Article, main: Article): Problem[] {
  const { file, title, sections } = article;
  const wanted = main.sections.map((section) => section.id).filter(Boolean);
  const here = sections.map((section) => section.id).filter(Boolean);
  const problems: Problem[] = [];
  // A paragraph whose id is missing or cannot be read may be any of those that seem to be missing.
  const isSure = (text: Article) => text.sections.every((section) => section.id);
  let line = title.line;
  for (const id of wanted) {
    const same = sections.find((section) => section.id === id);
    if (same) line = same.line;
    else if (isSure(article)) problems.push(problem('paragraph-missing', { file, line }, { id, other: main.file }));
  }
  for (const section of sections) {
    if (section.id && !wanted.includes(section.id) && isSure(main))
      problems.push(problem('unknown-paragraph', section, { id: section.id, other: main.file }));
  }
  const shared = here.filter((id) => wanted.includes(id));
  const order = wanted.filter((id) => here.includes(id));
  const moved = new Set(shared).size === shared.length ? shared.find((id, index) => id !== order[index]) : undefined;
  const place = sections.find((section) => section.id === moved);
  if (moved !== undefined && place) problems.push(problem('paragraph-order', place, { id: moved, other: main.file }));
  return problems;
}
