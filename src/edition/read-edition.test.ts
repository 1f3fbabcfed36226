import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { brokenFixtures, expectedOf, prepareFixture, smallFixture } from '../../tests/fixtures/prepare-fixture';
import { PROBLEM_CODES } from './problems';
import { readEdition } from './read-edition';

const cleaning: (() => void)[] = [];
afterEach(() => cleaning.splice(0).forEach((remove) => remove()));

function prepare(name?: string): string {
  const { root, remove } = prepareFixture(name);
  cleaning.push(remove);
  return root;
}

function edit(root: string, file: string, from: string, to: string): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

const film = 'media-manifests/broodlicht/film.json';
const wordsEn = 'media-manifests/broodlicht/words.en.json';
const wordsNl = 'media-manifests/broodlicht/words.nl.json';
const captionsEn = 'subtitles/broodlicht/en.vtt';

describe('an edition without problems', () => {
  const { edition, problems, files } = readEdition({ root: smallFixture });

  test('has no errors and no warnings', () => expect(problems).toEqual([]));

  test('takes times, voices, themes and paragraphs of cues from the default language', () => {
    expect(edition?.data.cues[1]).toEqual({
      id: 'mila-02',
      start: 4.08,
      end: 7.08,
      person: 'mila',
      themes: ['rust'],
      paragraph: { person: 'mila', paragraph: 'straat' },
    });
    expect(edition?.data.cues[0]).not.toHaveProperty('person');
  });

  test('has the lines of every language by cue', () => {
    expect(edition?.texts['en']?.lines['mila-03']).toEqual([
      { text: 'Anyone who sees the light\n' },
      { text: 'may come in', theme: 'samen' },
      { text: '.' },
    ]);
  });

  test('gives the paragraphs of every language the cues of the default one', () => {
    const english = edition?.portraits['en']?.['mila'];
    expect(english?.paragraphs[0]?.cues).toEqual(['mila-01', 'mila-02']);
    expect(english?.facts[0]).toEqual({ label: 'Age', value: '52' });
    expect(edition?.texts['en']?.portraits['mila']?.paragraphs[3]).toEqual({ id: 'ochtend', title: 'The morning' });
  });

  test('has questions and a host note for the themes that were given them', () => {
    const themes = edition?.texts['en']?.words.themes;
    expect(themes?.['samen']?.questions).toHaveLength(2);
    expect(themes?.['samen']?.hostNote).toBe('Let people talk in pairs first. Anyone may pass.');
    expect(themes?.['rust']).not.toHaveProperty('questions');
    expect(themes?.['rust']).not.toHaveProperty('hostNote');
  });

  test('keeps the introduction of the about page as its first paragraph', () => {
    expect(edition?.about['nl']?.map(({ id, title }) => [id, title])).toEqual([
      ['over', 'Over deze film'],
      ['makers', 'De makers'],
      ['privacy', 'Privacy'],
    ]);
  });

  test('names every file that it hangs on', () => {
    for (const file of [film, wordsEn, captionsEn, 'public/film/mila.jpg', 'package.json', 'subtitles/broodlicht'])
      expect(files).toContain(join(smallFixture, file));
  });

  test('stays so with Windows line endings and byte order marks', () => {
    const root = prepare();
    for (const file of files.filter((one) => /small.*\.(?:json|md|vtt)$/.test(one) && !one.endsWith('package.json'))) {
      const copy = file.replace(smallFixture, root);
      writeFileSync(copy, `\uFEFF${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}`);
    }
    expect(readEdition({ root })).toMatchObject({ problems: [], edition });
  });

  test('is plain data', () => expect(JSON.parse(JSON.stringify(edition))).toEqual(edition));
});

describe('a broken edition', () => {
  test('every problem has a fixture, and every fixture a problem', () => {
    expect(brokenFixtures()).toEqual([...PROBLEM_CODES].sort());
    for (const name of brokenFixtures()) expect(expectedOf(name).code).toBe(name);
  });

  test.each(brokenFixtures())('%s', (name) => {
    const { severity, also = [], ...wanted } = expectedOf(name);
    const { edition, problems } = readEdition({ root: prepare(name) });
    const found = problems.map(({ code, file, line }) => ({ code, file, line }));
    expect(found.sort(byPlace)).toEqual([wanted, ...also].sort(byPlace));
    const first = problems.find((one) => one.code === name);
    expect(first?.severity).toBe(severity);
    // No word of the message is left to be filled in.
    expect(`${first?.message} ${first?.help}`).not.toMatch(/\{\w+\}|undefined|NaN/);
    expect(edition === undefined).toBe(problems.some((one) => one.severity === 'error'));
  });

  test('tells all problems at once', () => {
    const root = prepare();
    edit(root, film, '"standIn": true,', '"standIn": true, "colour": "red", "sound": 1,');
    edit(root, wordsEn, '"slug": "together"', '"slug": "To Gether"');
    edit(root, captionsEn, '<v Tom>Nobody', '<v Thom>Nobody');
    edit(root, 'subtitles/broodlicht/nl.vtt', '<i>twee</i>', '<i>twee');
    edit(root, 'media-manifests/broodlicht/portraits/tom.nl.md', '- Werkt:', '- Werkt');
    edit(root, 'media-manifests/broodlicht/about.nl.md', '*niets*', '<u>niets</u>');
    rmSync(join(root, 'public/film/film.mp4'));
    expect(
      readEdition({ root })
        .problems.map((one) => one.code)
        .sort(),
    ).toEqual(
      ['fact-form', 'markdown-html', 'media-missing', 'shape', 'shape', 'shape', 'unknown-voice', 'vtt-syntax'].sort(),
    );
  });

  test('says where a workshop would have other questions or another note in each language', () => {
    const root = prepare();
    edit(root, wordsEn, '"When is it quiet where you are?", ', '');
    edit(root, wordsEn, ', "Who would you make room for at your table?"', '');
    edit(root, wordsEn, '"slug": "quiet",', '"slug": "quiet", "hostNote": "Be quiet.",');
    const { problems } = readEdition({ root });
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      `16 Only ${wordsEn} has a host note for the theme "rust", not ${wordsNl}.`,
      `22 The number of questions for the theme "samen" is 1 here and 2 in ${wordsNl}.`,
      `30 The number of questions for the chapter "mila" is 1 here and 2 in ${wordsNl}.`,
    ]);
  });

  test('never throws, whatever the files hold', () => {
    const odd = ['', '\0', 'null', '[]', '{', '"', '['.repeat(2000), '> '.repeat(1000), 'WEBVTT\n\n-->\n', '---\n'];
    const files = [film, wordsEn, captionsEn, 'media-manifests/broodlicht/about.en.md'];
    for (const content of odd) {
      const root = prepare();
      for (const file of files) writeFileSync(join(root, file), content);
      const { edition, problems } = readEdition({ root });
      expect(edition).toBeUndefined();
      expect(problems.length).toBeGreaterThan(0);
    }
  });

  test('a folder in the place of a file is a missing file', () => {
    const root = prepare();
    rmSync(join(root, captionsEn));
    mkdirSync(join(root, captionsEn));
    expect(readEdition({ root }).problems.map((one) => one.code)).toEqual(['file-missing']);
  });
});

describe('which edition', () => {
  test('the named one, then the one of package.json, then the only one', () => {
    const root = prepare('choose-edition');
    expect(readEdition({ root, edition: 'broodlicht' }).edition?.data.id).toBe('broodlicht');
    writeFileSync(join(root, 'package.json'), '{ "dichterbij": { "edition": "broodlicht" } }');
    expect(readEdition({ root }).edition?.data.id).toBe('broodlicht');
    expect(readEdition({ root, edition: 'avondlicht' }).edition).toBeUndefined();
  });

  test('a name never leads out of the folder', () => {
    const { problems } = readEdition({ root: smallFixture, edition: '../media-manifests/broodlicht' });
    expect(problems.map((one) => one.code)).toEqual(['unknown-edition']);
  });

  test('a package.json that cannot be read names none', () => {
    const root = prepare();
    writeFileSync(join(root, 'package.json'), 'null');
    expect(readEdition({ root }).edition?.data.id).toBe('broodlicht');
  });
});

const byPlace = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b));
