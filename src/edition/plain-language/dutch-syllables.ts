/** Syllables of Dutch, whose spelling shows them: a group of letters for each vowel, and a dieresis where a new one begins. */
import { syllableCounter } from './syllables';

/** Groups that are one sound, longer ones first; any other vowel is a syllable of its own. */
const VOWEL =
  /aai|ooi|oei|eeu|ieu|eau|aa|ai|au|ee|ei|eu|ie|ij|oe|oi|oo|ou|uu|ui|é[ée]|(?<=[ts])io(?=n)|(?<![aeiou])y(?![aeiou])|[aeiouàáâãäåèéêëìíîïòóôõöùúûü]/g;

/** Words that came with their own spelling, and the few in which two vowels only seem to be one sound. */
const KNOWN = {
  app: 1,
  browser: 2,
  budget: 2,
  coach: 1,
  coaches: 2,
  code: 2,
  iphone: 2,
  ipad: 2,
  link: 1,
  museum: 3,
  offline: 2,
  online: 2,
  serieus: 3,
  serieuze: 4,
  site: 1,
  sportcoach: 2,
  team: 1,
  teams: 1,
  vacature: 4,
  website: 2,
  werkcoach: 2,
  workshop: 2,
  youtube: 2,
};

export const dutchSyllables = syllableCounter(KNOWN, (word) => word.match(VOWEL)?.length ?? 0);
