/** Plain words in two languages, drawn in the same order, so that what is generated says about the same in both. */
import type { Chance } from './seeded';

export const LANGUAGES = ['nl', 'en'] as const;
export type Tongue = (typeof LANGUAGES)[number];
/** One text in each language. */
export type Both = Readonly<Record<Tongue, string>>;

const WORDS = [
  ['water', 'water'],
  ['brood', 'bread'],
  ['tafel', 'table'],
  ['stoel', 'chair'],
  ['raam', 'window'],
  ['deur', 'door'],
  ['straat', 'street'],
  ['huis', 'house'],
  ['tuin', 'garden'],
  ['boom', 'tree'],
  ['lucht', 'sky'],
  ['regen', 'rain'],
  ['avond', 'night'],
  ['ochtend', 'morning'],
  ['week', 'week'],
  ['jaar', 'year'],
  ['vriend', 'friend'],
  ['buurvrouw', 'neighbour'],
  ['kind', 'child'],
  ['brief', 'letter'],
  ['loket', 'desk'],
  ['gesprek', 'talk'],
  ['vraag', 'question'],
  ['antwoord', 'reply'],
  ['stilte', 'silence'],
  ['tijd', 'time'],
  ['werk', 'work'],
  ['rust', 'calm'],
  ['hand', 'hand'],
  ['stem', 'voice'],
  ['weg', 'road'],
  ['fiets', 'bike'],
  ['trein', 'train'],
  ['koffie', 'coffee'],
  ['soep', 'soup'],
  ['licht', 'light'],
  ['groen', 'green'],
  ['klein', 'small'],
  ['nieuw', 'new'],
  ['oud', 'old'],
  ['zacht', 'soft'],
  ['samen', 'together'],
  ['langzaam', 'slowly'],
  ['vandaag', 'today'],
  ['morgen', 'tomorrow'],
  ['hier', 'here'],
  ['daar', 'there'],
  ['soms', 'sometimes'],
  ['altijd', 'always'],
  ['en', 'and'],
] as const;

/** Few and plain: they return with a number behind them. */
const NAMES = [
  'Anna',
  'Bram',
  'Cato',
  'Daan',
  'Eva',
  'Finn',
  'Guus',
  'Hanna',
  'Isa',
  'Jan',
  'Kim',
  'Lars',
  'Mees',
  'Noor',
];

export const nameOf = (nth: number): string => `${NAMES[nth % NAMES.length]} ${nth + 1}`;

export function eachTongue(make: (language: Tongue) => string): Both {
  return { nl: make('nl'), en: make('en') };
}

const tongueAt = (language: Tongue) => LANGUAGES.indexOf(language) as 0 | 1;

/** Some words, in both languages. */
export function drawWords(chance: Chance, count: number): readonly Both[] {
  return Array.from({ length: count }, () => {
    const pair = chance.oneOf(WORDS);
    return eachTongue((language) => pair[tongueAt(language)]);
  });
}

/** As many words as fit into so many characters in either language, and at least two. */
export function drawLine(chance: Chance, most: number): readonly Both[] {
  const line = [...drawWords(chance, 2)];
  const fits = (words: readonly Both[]) => LANGUAGES.every((language) => inTongue(words, language).length < most);
  for (;;) {
    const longer = [...line, ...drawWords(chance, 1)];
    if (!fits(longer)) return line;
    line.push(...longer.slice(-1));
  }
}

export const inTongue = (words: readonly Both[], language: Tongue): string =>
  words.map((word) => word[language]).join(' ');

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export function drawSentence(chance: Chance, count: number): Both {
  const words = drawWords(chance, count);
  return eachTongue((language) => `${capital(inTongue(words, language))}.`);
}
