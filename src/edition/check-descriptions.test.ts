import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { prepareFixture, smallFixture } from '../../tests/fixtures/prepare-fixture';
import { readEdition } from './read-edition';

const fileIn = (language: string) => `subtitles/broodlicht/${language}.descriptions.vtt`;
const cleaning: (() => void)[] = [];
afterEach(() => cleaning.splice(0).forEach((remove) => remove()));

/** The small edition after `change` of the descriptions in these languages. Undefined takes the file away. */
function editionWith(languages: readonly string[], change: (text: string, language: string) => string | undefined) {
  const { root, remove } = prepareFixture();
  cleaning.push(remove);
  for (const language of languages) {
    const path = join(root, fileIn(language));
    const text = readFileSync(path, 'utf8');
    const changed = change(text, language);
    expect(changed).not.toBe(text);
    if (changed === undefined) rmSync(path);
    else writeFileSync(path, changed);
  }
  const { edition, problems } = readEdition({ root });
  return { edition, problems: problems.map(({ code, file, line }) => `${code} ${file.slice(21, 23)}:${line}`) };
}

const both = ['nl', 'en'];
const problemsIn = (languages: readonly string[], from: string, to: string) =>
  editionWith(languages, (text) => text.replace(from, to)).problems;

test('descriptions come with their times, and in each language with their words on one line', () => {
  const { edition } = readEdition({ root: smallFixture });
  expect(edition?.data.descriptions).toEqual([
    { id: 'd-straat', start: 0.1, end: 0.9 },
    { id: 'd-zaal', start: 13.4, end: 13.9 },
    { id: 'd-brood', start: 32, end: 34 },
  ]);
  expect(edition?.texts['nl']?.descriptions['d-straat']).toBe('Een lege straat. Achter één raam brandt licht.');
  expect(edition?.texts['en']?.descriptions['d-brood']).toBe('Tom’s hands break a loaf.');
});

test('an edition does well without them', () => {
  const { edition, problems } = editionWith(both, () => undefined);
  expect(problems).toEqual([]);
  expect(edition?.data.descriptions).toEqual([]);
  expect(edition?.texts['nl']?.descriptions).toEqual({});
});

test.each(both)('every language has them or none: without those in "%s" it is told', (language) =>
  expect(editionWith([language], () => undefined).problems).toEqual([`file-missing ${language}:1`]),
);

test('a file in a language that the film is not in', () => {
  const { root, remove } = prepareFixture();
  cleaning.push(remove);
  writeFileSync(join(root, fileIn('de')), 'WEBVTT\n');
  expect(readEdition({ root }).problems).toMatchObject([{ code: 'unknown-language', file: fileIn('de') }]);
});

test('each language has the same ids', () => {
  expect(problemsIn(['en'], 'd-zaal', 'd-gang')).toEqual(['cue-missing en:3', 'cue-extra en:8']);
  expect(problemsIn(['nl'], 'd-zaal', 'd-gang')).toEqual(['cue-missing en:3', 'cue-extra en:8']);
  expect(problemsIn(both, 'd-zaal', 'd-straat')).toEqual(['cue-id-double en:8', 'cue-id-double nl:8']);
  expect(problemsIn(['en'], 'd-zaal', 'D zaal')).toContain('cue-id-form en:8');
  expect(problemsIn(both, 'd-zaal\n', '')).toEqual(['cue-id-missing en:8', 'cue-id-missing nl:8']);
});

test('they stand in the order of time and keep out of each other’s way', () => {
  expect(problemsIn(['nl'], '00:00:32.000 --> 00:00:34.000', '00:00:00.950 --> 00:00:00.990')).toEqual([
    'description-times en:13',
    'cue-order nl:13',
  ]);
  expect(problemsIn(both, '00:00:32.000', '00:00:13.899')).toContain('cues-overlap nl:13');
  expect(problemsIn(both, '00:00:00.900', '00:00:01.000')).toEqual([]);
});

test('they begin as soon as a line has ended, and end as the next begins', () => {
  expect(problemsIn(both, '00:00:13.400 --> 00:00:13.900', '00:00:13.240 --> 00:00:14.000')).toEqual([]);
  expect(problemsIn(both, '00:00:13.400 --> 00:00:13.900', '00:00:14.000 --> 00:00:14.100')).toEqual([
    'description-over-line nl:9',
  ]);
});

test('tags of any kind are refused, the sign itself is not', () => {
  expect(problemsIn(['en'], 'corridor', '<i>corridor</i>')).toEqual(['description-tags en:10']);
  expect(problemsIn(['en'], 'corridor', '<lang nl>gang</lang>')).toEqual(['description-tags en:10']);
  expect(problemsIn(['en'], 'corridor', '&lt;corridor&gt;')).toEqual([]);
  expect(problemsIn(['en'], 'A long corridor.', ' ')).toContain('cue-empty en:8');
});

test('without times nothing else is said of times', () => {
  const { problems } = editionWith(both, (text) => text.replace(/^[\d:.]+ --> .*/gm, '00:00:00.000 --> 00:00:00.000'));
  expect(problems).toEqual(['not-timed en:4', 'not-timed nl:4']);
});
