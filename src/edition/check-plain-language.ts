/** Whether the texts of an edition are plain language: advice for its maker, in the languages that there are measures for. */
import type { Inline } from '../timeline/edition-data';
import type { JsonFile, JsonPath } from './json-file';
import type { Captions } from './parse-captions';
import type { Article } from './parse-portrait';
import { adviseOn, LONGEST_SENTENCE, type Advice, type Passage } from './plain-language/advice';
import { plainLanguageOf } from './plain-language/languages';
import type { PlainLanguage } from './plain-language/plain-language';
import { EASE_OF_B1, EASE_OF_PART } from './plain-language/readability';
import { problem, type Problem } from './problems';
import type { Words } from './schema';
import type { LanguageSources } from './sources';

export function checkPlainLanguage(one: LanguageSources): Problem[] {
  const language = plainLanguageOf(one.language);
  if (!language) return [];
  const { words } = one;
  const explained = words ? wordsOfGlossary(words.value) : new Set<string>();
  const advise = <T extends { readonly file: string }>(source: T | undefined, passagesOf: (of: T) => Passage[]) =>
    source
      ? oncePerSource(source, words, () =>
          adviseOn(passagesOf(source), language, explained).map((each) => toProblem(each, source.file, language)),
        )
      : [];
  return [
    ...advise(words, passagesOfWords),
    ...[...one.portraits.values(), one.about].flatMap((article) => advise(article, passagesOfArticle)),
    ...[one.captions, one.descriptions].flatMap((captions) => advise(captions, passagesOfCaptions)),
  ];
}

/** A source is the same object for as long as its file has the same text, and so are the words with the glossary. */
const checked = new WeakMap<object, { readonly words: object | undefined; readonly problems: readonly Problem[] }>();

function oncePerSource(source: object, words: object | undefined, check: () => Problem[]): readonly Problem[] {
  const known = checked.get(source);
  if (known && known.words === words) return known.problems;
  const problems = check();
  checked.set(source, { words, problems });
  return problems;
}

function toProblem(advice: Advice, file: string, { formula }: PlainLanguage): Problem {
  const at = { file, line: advice.line };
  switch (advice.kind) {
    case 'sentence-long':
      return problem(advice.kind, at, { begin: advice.begin, words: advice.words, most: LONGEST_SENTENCE });
    case 'word-long':
      return problem(advice.kind, at, { word: advice.word, letters: advice.letters });
    case 'word-stiff':
      return problem(advice.kind, at, { word: advice.word, instead: advice.instead });
    case 'passive-many':
      return problem(advice.kind, at, { begin: advice.begin, count: advice.count });
    case 'part-hard':
      return problem(advice.kind, at, {
        begin: advice.begin,
        ease: Math.floor(advice.ease),
        formula,
        least: EASE_OF_PART,
      });
    case 'text-hard':
      return problem(advice.kind, at, { ease: Math.floor(advice.ease), formula, least: EASE_OF_B1 });
  }
}

/** Every word of every form: in "mental health clinic" also "clinic". */
const wordsOfGlossary = ({ glossary }: Words): Set<string> =>
  new Set(
    Object.values(glossary).flatMap(({ term, forms = [] }) =>
      [term, ...forms].flatMap((form) => form.toLowerCase().split(/\s+/)),
    ),
  );

/** The words that are sentences; titles, labels and names are not. */
export function passagesOfWords({ value, at }: JsonFile<Words>): Passage[] {
  const texts = (path: JsonPath, each: object, names: readonly string[]): Passage[] =>
    names.flatMap((name) => {
      const text: unknown = Reflect.get(each, name);
      if (typeof text === 'string') return [[{ line: at(...path, name).line, text }]];
      // Each question is asked on its own.
      return Array.isArray(text)
        ? text.map((some, nth) => [{ line: at(...path, name, nth).line, text: String(some) }])
        : [];
    });
  const group = (name: 'people' | 'themes' | 'chapters' | 'notes' | 'glossary', names: readonly string[]) =>
    Object.entries<object>(value[name]).flatMap(([id, each]) => texts([name, id], each, names));
  return [
    ...texts([], value, ['summary', 'standInNote', 'retoldNote']),
    ...group('people', ['short']),
    ...group('themes', ['about', 'questions', 'hostNote']),
    ...group('chapters', ['summary', 'questions', 'hostNote']),
    ...texts(['quotes'], value.quotes, Object.keys(value.quotes)),
    ...group('notes', ['title', 'text']),
    ...group('glossary', ['gloss']),
  ];
}

export const passagesOfArticle = ({ blocks }: Article): Passage[] =>
  blocks.map(({ line, parts }) => [{ line, text: ownWords(parts) }]);

/** Without the words in another language. */
const ownWords = (parts: readonly Inline[]): string =>
  parts
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'foreign' ? '' : ownWords(part.parts)))
    .join('');

/** What one voice says in a row: sentences run on from cue to cue. */
export function passagesOfCaptions({ cues }: Captions): Passage[] {
  const passages: { line: number; text: string }[][] = [];
  cues.forEach(({ voice, text, lines }, index) => {
    const rows = text.split('\n').map((row, nth) => ({ line: lines.text + nth, text: row }));
    const last = passages.at(-1);
    if (last && voice !== undefined && cues[index - 1]?.voice === voice) last.push(...rows);
    else passages.push(rows);
  });
  return passages;
}
