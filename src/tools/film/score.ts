/** Reads what the film is made of: the manifest, the words and the subtitles, whether they have times yet or not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseEdition, MANIFESTS } from '../../edition/choose-edition';
import { parseCaptions, type CaptionCue, type Captions } from '../../edition/parse-captions';
import type { Problem } from '../../edition/problems';
import type { Film, FilmChapter, Words } from '../../edition/schema';
import type { Side } from './speech';

export interface ScoreLine {
  readonly id: string;
  readonly side: Side;
  readonly chapter: string;
  /** The words in the language that is spoken, on one line. */
  readonly words: string;
  /** How long the words are in the other languages, in characters. */
  readonly otherLengths: readonly number[];
}

export interface Subtitles {
  readonly language: string;
  readonly path: string;
  readonly text: string;
  readonly cues: readonly CaptionCue[];
}

export interface Score {
  readonly root: string;
  readonly edition: string;
  readonly film: Film;
  /** By language. */
  readonly words: Readonly<Record<string, Words>>;
  /** The language that is spoken first. */
  readonly subtitles: readonly Subtitles[];
  readonly language: string;
  readonly lines: readonly ScoreLine[];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function readScore(root: string, named: string | undefined): Score {
  const problems: Problem[] = [];
  const edition = chooseEdition(root, named, problems);
  if (edition === undefined) throw new Error(`No edition can be chosen in ${join(root, MANIFESTS)}: set EDITION.`);
  const folder = join(root, MANIFESTS, edition);
  // The checks of the edition (npm run edition:check) know better what is wrong with a manifest; a film needs times first.
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const film = json('film.json') as Film;
  const words = Object.fromEntries(film.languages.map((tag) => [tag, json(`words.${tag}.json`) as Words]));
  const subtitles = film.languages.map((language): Subtitles => {
    const path = join(root, 'subtitles', edition, `${language}.vtt`);
    const text = readFileSync(path, 'utf8');
    const captions: Captions = parseCaptions({ file: path, text }, []);
    return { language, path, text, cues: captions.cues };
  });
  const [spoken, ...others] = subtitles;
  if (!spoken) throw new Error('film.json names no language.');
  return { root, edition, film, words, subtitles, language: spoken.language, lines: readLines(film, spoken, others) };
}

function readLines(film: Film, spoken: Subtitles, others: readonly Subtitles[]): ScoreLine[] {
  const sides = new Map(
    film.people.map(
      (person) => [person.name, person.perspective === film.perspectives[0] ? 'round' : 'straight'] as const,
    ),
  );
  const lengths = others.map(({ cues }) => new Map(cues.map((cue) => [cue.id, oneLine(cue.text).length])));
  let chapter: FilmChapter | undefined;
  return spoken.cues.map((cue) => {
    chapter = film.chapters.find((one) => one.from === cue.id) ?? chapter;
    if (!chapter)
      throw new Error(`${spoken.path}:${cue.lines.id} No chapter of film.json begins at or before ${cue.id}.`);
    return {
      id: cue.id,
      side: sides.get(cue.voice ?? '') ?? 'narrator',
      chapter: chapter.id,
      words: oneLine(cue.text),
      otherLengths: lengths.flatMap((byId) => byId.get(cue.id) ?? []),
    };
  });
}
