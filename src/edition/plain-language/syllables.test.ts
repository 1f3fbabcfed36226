import { expect, test } from 'vitest';
import { dutchSyllables } from './dutch-syllables';
import { englishSyllables } from './english-syllables';

/** Cut by hand. */
const DUTCH = `
kat mooi-e leeuw nieu-we dui-zend bij-rij-der draai-en koei-en cli-ënt cli-ën-ten ge-ïn-te-res-seerd be-oor-de-len re-a-ge-ren
fi-nan-ci-eel of-fi-ci-eel in-di-vi-du-eel si-tu-a-tie sta-tion pen-si-oen mu-se-um i-dee bu-reau mi-lieu ge-uit één zo'n hob-by
er-va-rings-des-kun-di-ge ver-ant-woor-de-lijk uit-ke-ring klant-ma-na-ger toe-gan-ke-lijk-heid werk-coach on-line
`;
const ENGLISH = `
cat made makes wished wished pla-ces want-ed need-ed ta-ble ta-bles whole rules safe-ly home-less care-ful move-ment some-thing
go-ing try-ing cli-ent qui-et pa-tient friend spe-cial na-tion an-xious ra-di-o ma-te-ri-al i-de-a vid-e-o mu-se-um cre-ate peo-ple crea-ture
qual-i-ty sit-u-a-tion sys-tem rhyth-m is-n't could-n't ver-y hour wel-fare be-ing col-league em-ploy-ee
ex-pe-ri-ence mu-nic-i-pal-i-ty au-tis-m
`;
const words = (list: string) =>
  list
    .trim()
    .split(/\s+/)
    .map((cut): [string, number] => [cut.replaceAll('-', ''), cut.split('-').length]);

test.each(words(DUTCH))('Dutch: %s', (word, count) => expect(dutchSyllables(word)).toBe(count));
test.each(words(ENGLISH))('English: %s', (word, count) => expect(englishSyllables(word)).toBe(count));

test('the parts of a compound, the letters of an abbreviation and the digits of a number are counted apart', () => {
  expect(dutchSyllables('anti-kraak')).toBe(3);
  expect(dutchSyllables('WW-uitkering')).toBe(5);
  expect(englishSyllables('half-year')).toBe(2);
  expect(englishSyllables('2007')).toBe(4);
});

test('a word is at least one', () => {
  for (const word of ['', 'pst', '–', 'hm', 'constructor']) expect(dutchSyllables(word)).toBeGreaterThan(0);
});
