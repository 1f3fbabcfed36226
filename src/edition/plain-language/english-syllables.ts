/** Syllables of English, whose spelling hides them: one for each group of vowels, less those that are not said, more those that are two. */
import { syllableCounter } from './syllables';

const SILENT = [
  // made, whole; but not table, be
  /[^aeiouyl]e$|[aeiouy]le$/,
  // makes, rules; but not places, wishes, tables
  /[^aeiouycgsxz]es$(?<!(?:sh|ch|[^aeiouy]l)es)/,
  // called, moved; but not wanted, needed, settled
  /[^aeiouytd]ed$(?<![^aeiouyl]led)/,
  // safely, homeless, movement, careful, something, every
  /[^aeiouy]e(?=(?:ly|less|ness|ment|ful|where|thing|body|one|times?)s?$)(?<!ele)|(?<=ev)e(?=ry)/,
];
const DOUBLE = [
  // radio, material, diary; but not nation, special, anxious
  /i[aou](?<![cstgx]i[aou])/,
  // client, quiet, experience; but not patient, friend
  /(?<![cst])ie(?=nt|t|nc)/,
  // going, trying
  /(?<=[aeiouy])ing/,
  // idea, museum, create, situation; but not people, quality
  /.ea$|eo$|eu(?=m)|(?<=cr)ea(?=t[^u])|(?<![gqr])ua/,
  // system, rhythm, isn't, couldn't
  /[^aeiou]sm$|ism$|thm$|[sd]nt$/,
];

/** Words that people meet often and that follow no rule. */
const KNOWN = {
  anyone: 3,
  area: 3,
  being: 2,
  beforehand: 3,
  business: 2,
  colleague: 2,
  colleagues: 2,
  employee: 3,
  employees: 3,
  everybody: 4,
  everything: 3,
  hour: 1,
  hours: 1,
  media: 3,
  our: 1,
  sea: 1,
  society: 4,
  someone: 2,
  someones: 2,
  something: 2,
  tea: 1,
  video: 3,
  welfare: 2,
};

export const englishSyllables = syllableCounter(KNOWN, (word) => {
  const groups = word.match(/[aeiouyàáâäèéêëìíîïòóôöùúûü]+/g)?.length ?? 0;
  const times = (patterns: readonly RegExp[]) => patterns.filter((pattern) => pattern.test(word)).length;
  return groups - times(SILENT) + times(DOUBLE);
});
