/**
 * All that must hold between the files of an edition. Where a file cannot be read, what needs it is left out and the rest is checked. How
 * plain its language is comes apart (`check-plain-language.ts`): nothing waits for that.
 */
import { INTRODUCTION } from './build-edition';
import { checkBrowsers } from './check-browsers';
import { checkCueIds, checkCueThemes, checkVoices } from './check-cues';
import { checkDescriptions } from './check-descriptions';
import { checkFilmFiles } from './check-film-files';
import { checkFilm, checkNames } from './check-film';
import { checkInterface } from './check-interface';
import { checkLanguages, type Spoken } from './check-languages';
import { checkMedia } from './check-media';
import { checkCueLinks, checkNamedCues, checkPortrait, checkSameParagraphs, refuseCues } from './check-portraits';
import { checkQuoteSpeakers, checkRanges } from './check-ranges';
import { checkLines, checkSpeed, checkTimes } from './check-reading';
import { checkSources } from './check-sources';
import { checkSprite } from './check-sprite';
import { checkThemes } from './check-themes';
import { checkHostWords, checkWords } from './check-words';
import { indexCues } from './cue-index';
import type { JsonFile } from './json-file';
import { problem, type Problem } from './problems';
import type { Captions } from './parse-captions';
import type { Film } from './schema';
import type { LanguageSources, Sources } from './sources';
import type { TextFile } from './text-file';

export function checkEdition(sources: Sources, root: string): Problem[] {
  const { film, edition, languages, reference } = sources;
  const alone = [
    ...languages.flatMap((one) => [...checkCaptions(one, sources), ...checkAbout(one, languages[0])]),
    ...checkDescriptions(sources),
    ...languages.flatMap((one) =>
      one.interface && reference ? checkInterface(one.language, one.interface, reference) : [],
    ),
  ];
  if (!film) return alone;
  const words = languages.flatMap((one) => one.words ?? []);
  return [
    ...alone,
    ...checkFilm(film, edition),
    ...checkNames(film, words),
    ...checkMedia(film, root),
    ...checkSources(film),
    ...checkFilmFiles(film, root),
    ...checkSprite(film, root),
    ...words.flatMap((one) => checkWords(one, film.value)),
    ...languages.flatMap((one) => checkAgainstFilm(one, languages[0], film)),
    ...checkAgainstCues(languages, film),
  ];
}

/** The subtitles of one language, for which nothing else is needed. */
function checkCaptions({ captions, language }: LanguageSources, { captionTexts }: Sources): readonly Problem[] {
  const text = captions && captionTexts.get(captions.file);
  if (!captions || !text) return [];
  const known = checkedAlone.get(captions);
  if (known) return known;
  const problems = checkCaptionsAlone(captions, text, language);
  checkedAlone.set(captions, problems);
  return problems;
}

/** Captions are the same object for as long as their file has the same text. */
const checkedAlone = new WeakMap<Captions, readonly Problem[]>();

function checkCaptionsAlone(captions: Captions, text: TextFile, language: string): readonly Problem[] {
  const alone = [...checkCueIds(captions), ...checkLines(captions), ...checkBrowsers(captions, text)];
  return captions.timed ? [...alone, ...checkTimes(captions), ...checkSpeed(captions, language)] : alone;
}

function checkAbout({ about }: LanguageSources, main: LanguageSources | undefined): Problem[] {
  if (!about) return [];
  // A page about the film hangs on none of its moments.
  const links = [about.introLinks, ...about.sections.map((section) => section.cueLinks)].flat();
  return [
    ...refuseCues(about),
    ...about.sections
      .filter((section) => section.id === INTRODUCTION)
      .map((section) => problem('paragraph-id-double', section, { id: section.id, first: about.title.line })),
    ...links.map((link) => problem('link-not-allowed', link, { address: `cue:${link.cue}` })),
    ...(main?.about && main.about !== about ? checkSameParagraphs(about, main.about) : []),
  ];
}

function checkAgainstFilm(one: LanguageSources, main: LanguageSources | undefined, film: JsonFile<Film>): Problem[] {
  const { captions, words, portraits } = one;
  const subtitles = captions
    ? [...checkVoices(captions, film.value, words?.value.narrator), ...checkCueThemes(captions, film.value)]
    : [];
  const spoken = ({ captions, words }: LanguageSources): Spoken | undefined =>
    captions && { captions, narrator: words?.value.narrator };
  const [there, here] = [main && spoken(main), spoken(one)];
  const other = main !== one && there && here ? checkLanguages(there, here, film.value) : [];
  const hosted = main !== one && main?.words && words ? checkHostWords(words, main.words, film.value) : [];
  const texts = [...portraits].flatMap(([person, article]) => {
    const name = film.value.people.find((someone) => someone.id === person)?.name ?? person;
    const first = main?.portraits.get(person);
    return [
      ...checkPortrait(article, name),
      ...(first ? checkCueLinks(article, first) : []),
      ...(main === one ? [] : refuseCues(article)),
      ...(first && main !== one ? checkSameParagraphs(article, first) : []),
    ];
  });
  return [...subtitles, ...other, ...hosted, ...texts];
}

/** What names the cues of the default language. */
function checkAgainstCues([main]: readonly LanguageSources[], film: JsonFile<Film>): Problem[] {
  if (!main?.captions) return [];
  const cues = indexCues(main.captions, film.value);
  return [
    ...checkRanges(film, cues),
    ...checkQuoteSpeakers(film, cues),
    ...checkThemes(film, cues),
    ...checkNamedCues([...main.portraits.values()], cues),
  ];
}
