/** Puts a checked edition together as the plain data that the page looks things up in. */
import type {
  Cue,
  Edition,
  EditionData,
  EditionText,
  FilmData,
  Paragraph,
  ParagraphLink,
  Portrait,
} from '../timeline/edition-data';
import { onOneLine } from '../timeline/line-text';
import { indexCues, type CueIndex } from './cue-index';
import type { InterfaceFile } from './interface-schema';
import type { JsonFile } from './json-file';
import { inlineText } from './markdown-inline';
import type { Captions } from './parse-captions';
import type { Article, Section } from './parse-portrait';
import type { Film, Words } from './schema';
import type { LanguageSources } from './sources';

/** A language of which nothing is missing. */
interface Whole extends LanguageSources {
  readonly words: JsonFile<Words>;
  readonly interface: JsonFile<InterfaceFile>;
  readonly captions: Captions;
  readonly about: Article;
}

const isWhole = (one: LanguageSources): one is Whole => !!(one.words && one.interface && one.captions && one.about);

export interface BuildOptions {
  /** False where the deployer wants nothing from services elsewhere. */
  readonly outsideFilms?: boolean | undefined;
  /** Of the film, in seconds, where its file tells it. */
  readonly length?: number | undefined;
}

export function buildEdition(
  { value: film }: JsonFile<Film>,
  sources: readonly LanguageSources[],
  { outsideFilms = true, length }: BuildOptions = {},
): Edition | undefined {
  const languages = sources.filter(isWhole);
  const main = languages[0];
  if (!main || languages.length !== sources.length) return undefined;
  const cues = indexCues(main.captions, film);
  const portraits = byLanguage(languages, (one) =>
    Object.fromEntries([...one.portraits].map(([person, article]) => [person, toPortrait(person, article, main)])),
  );
  return {
    data: toData(film, filmData(film, outsideFilms, length), languages, main, cues),
    texts: byLanguage(languages, (one): EditionText => ({
      language: one.language,
      words: one.words.value,
      lines: Object.fromEntries(one.captions.cues.map((cue) => [cue.id, cue.parts])),
      descriptions: Object.fromEntries(one.descriptions?.cues.map((cue) => [cue.id, onOneLine(cue.text)]) ?? []),
      portraits: Object.fromEntries(
        Object.entries(portraits[one.language] ?? {}).map(([person, { headline, paragraphs }]) => [
          person,
          { headline, paragraphs: paragraphs.map(({ id, title }) => ({ id, title })) },
        ]),
      ),
    })),
    portraits,
    about: byLanguage(languages, (one) => toAbout(one.about)),
  };
}

const byLanguage = <T>(languages: readonly Whole[], make: (one: Whole) => T): Record<string, T> =>
  Object.fromEntries(languages.map((one) => [one.language, make(one)]));

function filmData({ film }: Film, outsideFilms: boolean, length: number | undefined): FilmData {
  const { sources, ...picture } = film;
  const service = sources.find((source) => 'service' in source);
  return {
    ...picture,
    ...(length !== undefined && { length }),
    sources: sources.filter((source) => 'file' in source),
    ...(service && { service: { ...service, off: !outsideFilms } }),
  };
}

function toData(film: Film, picture: FilmData, languages: readonly Whole[], main: Whole, cues: CueIndex): EditionData {
  const { id, standIn, perspectives, people, chapters } = film;
  const told = new Map<string, ParagraphLink>();
  for (const [person, article] of main.portraits)
    for (const section of article.sections)
      for (const cue of section.cues) told.set(cue, { person, paragraph: section.id });
  const startOf = ({ from }: { readonly from: string }) => cues.get(from)?.start ?? 0;
  return {
    id,
    standIn,
    languages: film.languages,
    film: picture,
    perspectives,
    people,
    themes: film.themes.map((theme) => ({
      id: theme,
      slugs: byLanguage(languages, (one) => one.words.value.themes[theme]?.slug ?? theme),
    })),
    chapters,
    quotes: [...film.quotes].sort((a, b) => startOf(a) - startOf(b)),
    notes: [...film.notes].sort((a, b) => startOf(a) - startOf(b)),
    glossary: film.glossary,
    cues: cues.cues.map((cue): Cue => {
      const paragraph = told.get(cue.id);
      return {
        id: cue.id,
        start: cue.start / 1000,
        end: cue.end / 1000,
        ...(cue.person === undefined ? {} : { person: cue.person }),
        themes: [...new Set(cue.classes)],
        ...(paragraph === undefined ? {} : { paragraph }),
      };
    }),
    descriptions: (main.descriptions?.cues ?? []).map(({ id, start, end }) => ({
      id,
      start: start / 1000,
      end: end / 1000,
    })),
  };
}

function toPortrait(person: string, article: Article, main: Whole): Portrait {
  const named = new Map(main.portraits.get(person)?.sections.map((section) => [section.id, section.cues]));
  return {
    person,
    headline: article.intro.map(inlineText).join(' '),
    facts: article.facts,
    paragraphs: article.sections.map((section) => toParagraph(section, named.get(section.id) ?? [])),
  };
}

const toParagraph = ({ id, title, text }: Section, cues: readonly string[]): Paragraph => ({ id, title, cues, text });

/** The id of the introduction: the whole about page, in the words of its address. */
export const INTRODUCTION = 'over';

const toAbout = ({ title, intro, sections }: Article): Paragraph[] => [
  { id: INTRODUCTION, title: title.text, cues: [], text: intro },
  ...sections.map((section) => toParagraph(section, [])),
];
