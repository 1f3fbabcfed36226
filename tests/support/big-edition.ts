/**
 * An edition of any size, for measuring: plain words drawn by chance, the same on every machine. The film is the shipped one, a few
 * minutes long, whatever the times of the subtitles say; the texts say so.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Film, Words } from '../../src/edition/schema';
import { ABOUT, MADE } from './generated-texts';
import {
  capital,
  drawLine,
  drawSentence,
  drawWords,
  eachTongue,
  inTongue,
  LANGUAGES,
  nameOf,
  type Both,
  type Tongue,
} from './generated-words';
import { seeded, type Chance } from './seeded';

export const BIG_EDITION = 'gegenereerd';

export interface EditionSize {
  readonly cues: number;
  readonly hours: number;
  /** People, each with a portrait. */
  readonly portraits: number;
  readonly themes: number;
  /** Without it, one for each hundred cues. */
  readonly chapters?: number;
}

/** Ten hours of film. */
export const BIG: EditionSize = { cues: 10_000, hours: 10, portraits: 200, themes: 100 };
/** The same kind of edition, as long as a short film. */
export const SMALL: EditionSize = { cues: 200, hours: 0.2, portraits: 6, themes: 8 };

const SIDES = ['client', 'case-manager'] as const;
const SHIPPED = 'media-manifests/in-de-dichter-bij-stand/film.json';
/** The least that reads well in either language (characters a second), and the most that a line takes. */
const READING = { speed: 12, line: 37 };
const EVERY = { theme: 3, quote: 25, note: 2000 };
const PARAGRAPHS = 6;
const TERMS = ['loket', 'brief', 'gesprek', 'buurvrouw', 'trein', 'soep'];
const ENGLISH_TERMS = ['counter', 'letter', 'talk', 'neighbour', 'train', 'soup'];

interface PlannedCue {
  readonly id: string;
  /** In milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly chapter: number;
  /** Nobody is the narrator. */
  readonly person: number | undefined;
  readonly theme: number | undefined;
  /** One or two lines. */
  readonly lines: readonly (readonly Both[])[];
}

const numbered = (kind: string, nth: number) => `${kind}-${nth + 1}`;
const idOf = { person: (nth: number) => numbered('persoon', nth), theme: (nth: number) => numbered('thema', nth) };

/** The text of each file, by its path in the root of the edition. */
export function bigEdition(size: EditionSize): ReadonlyMap<string, string> {
  const chance = seeded(size.cues);
  const cues = planCues(size, chance);
  const files = new Map<string, string>();
  const folder = `media-manifests/${BIG_EDITION}`;
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  files.set(`${folder}/film.json`, json(filmOf(size, cues, chance)));
  const words = wordsOf(size, cues, chance);
  for (const language of LANGUAGES) {
    files.set(`${folder}/words.${language}.json`, json(words[language]));
    files.set(`${folder}/about.${language}.md`, ABOUT[language]);
    files.set(`subtitles/${BIG_EDITION}/${language}.vtt`, scoreOf(cues, language));
  }
  for (let person = 0; person < size.portraits; person += 1) {
    const portrait = portraitOf(person, cues, chance);
    for (const language of LANGUAGES)
      files.set(`${folder}/portraits/${idOf.person(person)}.${language}.md`, portrait[language]);
  }
  return files;
}

/** Writes it into a folder that `EDITION_ROOT` can name; the film and its pictures are those of the shipped edition. */
export function writeBigEdition(folder: string, size: Partial<EditionSize> = {}): void {
  for (const [path, text] of bigEdition({ ...BIG, ...size })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  cpSync('public', join(folder, 'public'), { recursive: true });
}

const chaptersOf = ({ cues, chapters }: EditionSize) => chapters ?? Math.max(2, Math.round(cues / 100));

function planCues(size: EditionSize, chance: Chance): PlannedCue[] {
  const slot = Math.floor((size.hours * 3_600_000) / size.cues);
  if (slot < 1500 || slot > 8000) throw new RangeError(`A cue every ${slot} ms cannot be read.`);
  const chapters = chaptersOf(size);
  const tagged = [0, 0];
  const cues: PlannedCue[] = [];
  for (let nth = 0; nth < size.cues; nth += 1) {
    const chapter = Math.floor((nth * chapters) / size.cues);
    const side = Math.floor(nth / 3) % 2;
    const pair = 2 * Math.floor((nth * Math.ceil(size.portraits / 2)) / size.cues);
    const person = chapter === cues.at(-1)?.chapter ? Math.min(pair + side, size.portraits - 1) : undefined;
    // The sides go through the themes one after the other, so that each theme has moments of both.
    const theme = person !== undefined && nth % EVERY.theme === 1 ? tagged[side]!++ % size.themes : undefined;
    // One follows on the other at once, or a pause is heard.
    const end = (nth + 1) * slot - (chance.below(4) === 0 ? 600 : 80);
    const start = Math.max(nth * slot, end - 6500);
    const room = Math.floor(((end - start) * READING.speed) / 1000);
    const first = drawLine(chance, Math.min(READING.line, Math.ceil(room / 2)));
    const second = chance.below(5) === 0 ? [] : [drawLine(chance, Math.min(READING.line, Math.floor(room / 2)))];
    cues.push({ id: numbered('regel', nth), start, end, chapter, person, theme, lines: [first, ...second] });
  }
  if (Math.min(...tagged) < size.themes)
    throw new RangeError(`${size.cues} cues are too few for ${size.themes} themes.`);
  return cues;
}

function drawPlate(chance: Chance): Film['people'][number]['plate'] {
  const between = (low: number, high: number) => low + chance.below(high - low);
  return {
    circle: [between(30, 60), between(44, 62), between(14, 26)],
    arch: [between(42, 74), between(40, 62), between(18, 40), between(28, 56)],
    ground: between(74, 84),
  };
}

const every = (cues: readonly PlannedCue[], step: number) =>
  cues.filter(({ person }, nth) => nth % step === step - 1 && person !== undefined);

function filmOf(size: EditionSize, cues: readonly PlannedCue[], chance: Chance): Film {
  const shipped = JSON.parse(readFileSync(SHIPPED, 'utf8')) as Film;
  const pictures = shipped.chapters.flatMap(({ thumbnail }) => thumbnail ?? []);
  return {
    id: BIG_EDITION,
    standIn: true,
    languages: [...LANGUAGES],
    film: shipped.film,
    perspectives: [...SIDES],
    people: Array.from({ length: size.portraits }, (_, nth) => ({
      id: idOf.person(nth),
      name: nameOf(nth),
      perspective: SIDES[nth % 2]!,
      anonymised: nth % 3 === 0,
      plate: drawPlate(chance),
    })),
    themes: Array.from({ length: size.themes }, (_, nth) => idOf.theme(nth)),
    chapters: Array.from({ length: chaptersOf(size) }, (_, nth) => {
      const own = cues.filter(({ chapter }) => chapter === nth);
      const person = own[1]?.person;
      return {
        id: numbered('deel', nth),
        ...(person !== undefined && { person: idOf.person(person) }),
        from: own[0]!.id,
        to: own.at(-1)!.id,
        thumbnail: pictures[nth % pictures.length]!,
      };
    }),
    quotes: every(cues, EVERY.quote).map(({ id, person }, nth) => ({
      id: numbered('citaat', nth),
      person: idOf.person(person!),
      from: id,
      to: id,
      wording: 'retold',
    })),
    notes: every(cues, EVERY.note).map(({ id }, nth) => ({ id: numbered('let-op', nth), from: id, to: id })),
    glossary: [...TERMS],
  };
}

function wordsOf(size: EditionSize, cues: readonly PlannedCue[], chance: Chance): Readonly<Record<Tongue, Words>> {
  const each = <T>(count: number, make: (nth: number) => T) => Array.from({ length: count }, (_, nth) => make(nth));
  const short = each(size.portraits, () => drawSentence(chance, 5));
  const themes = each(size.themes, () => ({ label: drawWords(chance, 2), about: drawSentence(chance, 12) }));
  const chapters = each(chaptersOf(size), () => ({ title: drawWords(chance, 2), summary: drawSentence(chance, 10) }));
  const inLanguage = (language: Tongue): Words => {
    const made = MADE[language];
    const byId = <T>(all: readonly T[], id: (nth: number) => string) =>
      Object.fromEntries(all.map((one, nth) => [id(nth), one]));
    return {
      title: made.title,
      summary: made.summary,
      standInNote: made.standIn,
      retoldNote: made.retold,
      narrator: made.narrator,
      perspectives: Object.fromEntries(SIDES.map((side, nth) => [side, made.sides[nth]!])),
      people: byId(
        short.map((text) => ({ short: text[language] })),
        idOf.person,
      ),
      themes: byId(
        themes.map(({ label, about }, nth) => ({
          label: `${capital(inTongue(label, language))} ${nth + 1}`,
          slug: `${label[0]![language]}-${nth + 1}`,
          about: about[language],
        })),
        idOf.theme,
      ),
      chapters: byId(
        chapters.map(({ title, summary }, nth) => ({
          title: `${made.chapter} ${nth + 1}: ${inTongue(title, language)}`,
          summary: summary[language],
          questions: [...made.questions],
          hostNote: made.note,
        })),
        (nth) => numbered('deel', nth),
      ),
      quotes: byId(
        every(cues, EVERY.quote).map(
          ({ lines }) => `${capital(lines.map((line) => inTongue(line, language)).join(' '))}.`,
        ),
        (nth) => numbered('citaat', nth),
      ),
      notes: byId(
        every(cues, EVERY.note).map(() => ({ title: made.title, text: made.note, help: [] })),
        (nth) => numbered('let-op', nth),
      ),
      glossary: byId(
        (language === 'nl' ? TERMS : ENGLISH_TERMS).map((term) => ({ term, gloss: made.summary })),
        (nth) => TERMS[nth]!,
      ),
    };
  };
  return { nl: inLanguage('nl'), en: inLanguage('en') };
}

/** The score as a WebVTT file. */
function scoreOf(cues: readonly PlannedCue[], language: Tongue): string {
  const blocks = cues.map(({ id, start, end, person, theme, lines }) => {
    const [first, ...more] = lines.map((words) => inTongue(words, language));
    const about = theme === undefined ? capital(first!) : `<c.${idOf.theme(theme)}>${capital(first!)}</c>`;
    const voice = person === undefined ? MADE[language].narrator : nameOf(person);
    return `${id}\n${clock(start)} --> ${clock(end)}\n<v ${voice}>${[about, ...more].join('\n')}.\n`;
  });
  return ['WEBVTT\n', 'NOTE Generated by tests/support/big-edition.ts, to measure with.\n', ...blocks].join('\n');
}

const clock = (milliseconds: number) => {
  const two = (value: number) => `${Math.floor(value)}`.padStart(2, '0');
  const [seconds, rest] = [Math.floor(milliseconds / 1000), milliseconds % 1000];
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${`${rest}`.padStart(3, '0')}`;
};

/** Every cue of a person is told about in one of the paragraphs; the words of the first of each lead to it. */
function portraitOf(person: number, cues: readonly PlannedCue[], chance: Chance): Both {
  const own = cues.filter((cue) => cue.person === person);
  const headline = drawSentence(chance, 12);
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, nth) => ({
    title: drawWords(chance, 2),
    cues: own.filter((_, index) => Math.floor((index * PARAGRAPHS) / own.length) === nth).map(({ id }) => id),
    sentences: Array.from({ length: 8 }, () => drawSentence(chance, 7 + chance.below(4))),
  }));
  return eachTongue((language) => {
    const facts = language === 'nl' ? ['Leeftijd: 40', 'Woont: hier'] : ['Age: 40', 'Lives: here'];
    const texts = paragraphs.map(({ title, cues: told, sentences }, nth) => {
      const [first, ...rest] = sentences.map((sentence) => sentence[language]);
      // The default language names the cues.
      const named = language === 'nl' && told.length > 0 ? ` cues="${told.join(' ')}"` : '';
      const linked = told[0] === undefined ? first! : `[${first}](cue:${told[0]})`;
      const head = `## ${capital(inTongue(title, language))} {#${numbered('alinea', nth)}${named}}`;
      return `${head}\n\n${[linked, ...rest].join(' ')}\n`;
    });
    const list = facts.map((fact) => `- ${fact}`).join('\n');
    return [`# ${nameOf(person)}\n`, `${headline[language]}\n`, `${list}\n`, ...texts].join('\n');
  });
}
