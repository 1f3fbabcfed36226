/** Everything that an edition is made of, read and checked file by file; how the files fit together is looked at afterwards. */
import { resolve } from 'node:path';
import { checkDirection } from './check-direction';
import { chooseEdition, MANIFESTS, namesIn } from './choose-edition';
import { InterfaceSchema, type InterfaceFile } from './interface-schema';
import { readJson, type JsonFile } from './json-file';
import { oncePerFile } from './once-per-text';
import { parseArticle, type Article } from './parse-portrait';
import { parseCaptions, type Captions } from './parse-captions';
import { problem, type Problem } from './problems';
import { FilmSchema, ID_PATTERN, WordsSchema, type Film, type Words } from './schema';
import { isFile, readText, type TextFile } from './text-file';

export interface LanguageSources {
  readonly language: string;
  /** Missing where the file is missing or cannot be read; that is a problem already. */
  readonly words: JsonFile<Words> | undefined;
  /** The words of the interface, of the edition or of the project. */
  readonly interface: JsonFile<InterfaceFile> | undefined;
  readonly captions: Captions | undefined;
  /** What is to be seen, for a voice to speak: in every language of the edition or in none. */
  readonly descriptions: Captions | undefined;
  /** By person. */
  readonly portraits: ReadonlyMap<string, Article>;
  readonly about: Article | undefined;
}

export interface Sources {
  readonly edition: string;
  readonly film: JsonFile<Film> | undefined;
  /** The default language first. */
  readonly languages: readonly LanguageSources[];
  /** The interface that sets which texts there are. */
  readonly reference: JsonFile<InterfaceFile> | undefined;
  /** The text of each file of subtitles or descriptions, by file name, for who reads it in another way. */
  readonly captionTexts: ReadonlyMap<string, TextFile>;
  /** All text files that were read or looked for, relative to the root. */
  readonly files: readonly string[];
}

const readFilm = oncePerFile((text, problems) => readJson(text, FilmSchema, problems));
const readWords = oncePerFile((text, problems) => readJson(text, WordsSchema, problems));
const readInterface = oncePerFile((text, problems) => readJson(text, InterfaceSchema, problems));
const readCaptions = oncePerFile(parseCaptions);
const readArticle = oncePerFile((text, problems, title) => parseArticle(text, title, problems));

/** Where the interface's own words are: the project, which is not always the folder of the edition. */
const PROJECT = resolve('.');
/** Its texts are those that every language has. */
const REFERENCE = 'nl';
const shippedInterface = (language: string) => `src/language/words/${language}.json`;

export const folderOf = (edition: string) => `${MANIFESTS}/${edition}`;
const filmFile = (edition: string) => `${folderOf(edition)}/film.json`;
const interfaceFile = (edition: string, language: string) => `${folderOf(edition)}/interface.${language}.json`;
const captionsFile = (edition: string, language: string) => `subtitles/${edition}/${language}.vtt`;
const descriptionsFile = (edition: string, language: string) => `subtitles/${edition}/${language}.descriptions.vtt`;

export function readSources(root: string, named: string | undefined, problems: Problem[]): Sources | undefined {
  const edition = chooseEdition(root, named, problems);
  if (edition === undefined) return undefined;
  const folder = folderOf(edition);
  const files: string[] = [];
  const captionTexts = new Map<string, TextFile>();
  const read = (file: string, why: string, within = root) => {
    files.push(within === root ? file : resolve(within, file));
    const text = readText(within, file, problems, why);
    if (text) problems.push(...checkDirection(text));
    return text;
  };

  const filmText = read(filmFile(edition), 'Every edition has a film.json; the README shows one.');
  const film = filmText && readFilm(filmText, problems);
  const found = filesByLanguage(root, edition);
  if (film) refuseUnknownFiles(film.value, found, problems);

  // With a film.json that cannot be read, what lies there is still looked at: all problems at once.
  const languages = film
    ? [...new Set(film.value.languages)].filter((tag) => /^[\w-]+$/.test(tag))
    : [...new Set(found.map((one) => one.language))].sort();
  const people = film
    ? film.value.people.map((person) => person.id).filter((id) => ID_PATTERN.test(id))
    : [...new Set(found.flatMap((one) => one.person ?? []))];

  const described = languages.map((tag) => descriptionsFile(edition, tag)).find((file) => isFile(root, file));
  const readDescriptions = (language: string): Captions | undefined => {
    const file = descriptionsFile(edition, language);
    if (described === undefined) {
      files.push(file);
      return undefined;
    }
    const text = read(file, `Write it, as there is ${described}, or take the descriptions out of every language.`);
    if (text) captionTexts.set(text.file, text);
    return text && readCaptions(text, problems);
  };

  /** Of the edition where it brings one; the words that the project has come with it. */
  const readInterfaceIn = (language: string): JsonFile<InterfaceFile> | undefined => {
    const [own, shipped] = [interfaceFile(edition, language), shippedInterface(language)];
    const isShipped = !isFile(root, own) && isFile(PROJECT, shipped);
    const why = `The interface has no words in "${language}": copy ${shippedInterface('en')} to this name and translate its texts.`;
    const text = isShipped ? read(shipped, why, PROJECT) : read(own, why);
    return text && readInterface(text, problems);
  };

  const readLanguage = (language: string): LanguageSources => {
    const why = film
      ? `The film is in "${language}" (see film.json), so this file is needed.`
      : `Other files here are in "${language}", so this one is needed too.`;
    const wordsText = read(`${folder}/words.${language}.json`, why);
    const captionsText = read(captionsFile(edition, language), why);
    const aboutText = read(`${folder}/about.${language}.md`, why);
    if (captionsText) captionTexts.set(captionsText.file, captionsText);
    const portraits = new Map<string, Article>();
    for (const person of people) {
      const text = read(`${folder}/portraits/${person}.${language}.md`, why);
      const name = film?.value.people.find((one) => one.id === person)?.name ?? person;
      if (text) portraits.set(person, readArticle(text, problems, name));
    }
    return {
      language,
      words: wordsText && readWords(wordsText, problems),
      interface: readInterfaceIn(language),
      captions: captionsText && readCaptions(captionsText, problems),
      descriptions: readDescriptions(language),
      portraits,
      about: aboutText && readArticle(aboutText, problems, 'what the page is about'),
    };
  };
  const reference = read(shippedInterface(REFERENCE), '', PROJECT);
  return {
    edition,
    film,
    languages: languages.map(readLanguage),
    reference: reference && readInterface(reference, []),
    captionTexts,
    files,
  };
}

interface FoundFile {
  readonly file: string;
  readonly language: string;
  readonly person?: string;
}

/** The files whose names carry a language, as they lie in the folders. */
function filesByLanguage(root: string, edition: string): FoundFile[] {
  const folder = folderOf(edition);
  const named = (names: string[], prefix: string, pattern: RegExp) =>
    names.flatMap((name): FoundFile[] => {
      const { language, person } = pattern.exec(name)?.groups ?? {};
      return language ? [{ file: prefix + name, language, ...(person ? { person } : {}) }] : [];
    });
  const subtitles = `subtitles/${edition}`;
  return [
    ...named(namesIn(root, folder, 'file'), `${folder}/`, /^words\.(?<language>[\w-]+)\.json$/),
    ...named(namesIn(root, folder, 'file'), `${folder}/`, /^interface\.(?<language>[\w-]+)\.json$/),
    ...named(namesIn(root, folder, 'file'), `${folder}/`, /^about\.(?<language>[\w-]+)\.md$/),
    ...named(namesIn(root, subtitles, 'file'), `${subtitles}/`, /^(?<language>[\w-]+)(?:\.descriptions)?\.vtt$/),
    ...named(
      namesIn(root, `${folder}/portraits`, 'file'),
      `${folder}/portraits/`,
      /^(?<person>[^.]+)\.(?<language>[\w-]+)\.md$/,
    ),
  ];
}

function refuseUnknownFiles(film: Film, found: readonly FoundFile[], problems: Problem[]): void {
  for (const { file, language, person } of found) {
    const at = { file, line: 1 };
    if (!film.languages.includes(language)) problems.push(problem('unknown-language', at, { language }));
    else if (person && !film.people.some((one) => one.id === person))
      problems.push(problem('unknown-person', at, { person }));
  }
}
