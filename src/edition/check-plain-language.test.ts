import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { prepareFixture } from '../../tests/fixtures/prepare-fixture';
import { readEdition } from './read-edition';

const folder = 'media-manifests/broodlicht';

function prepare() {
  const { root, remove } = prepareFixture();
  onTestFinished(remove);
  const edit = (file: string, from: string, to: string) => {
    const text = readFileSync(join(root, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(root, file), text.replace(from, to));
  };
  const advice = () => readEdition({ root }).problems.map(({ code, file, line }) => `${file}:${line} ${code}`);
  return { edit, advice };
}

test('every text that people read is read, and told on its own line', () => {
  const { edit, advice } = prepare();
  edit(`${folder}/words.nl.json`, 'Voor wie maak jij', 'Indien het kan, voor wie maak jij');
  edit(`${folder}/words.en.json`, 'My chair is there', 'Hence my chair is there');
  edit(`${folder}/portraits/tom.nl.md`, 'Tegen zeven uur', 'Thans, tegen zeven uur');
  edit(`${folder}/about.en.md`, 'This is a second block', 'Thus this is a second block');
  edit('subtitles/broodlicht/nl.vtt', 'als iedereen slaapt', 'indien men slaapt');
  edit('subtitles/broodlicht/nl.descriptions.vtt', 'Een', 'Reeds een');
  expect(advice()).toEqual([
    `${folder}/about.en.md:9 word-stiff`,
    `${folder}/portraits/tom.nl.md:23 word-stiff`,
    `${folder}/words.en.json:42 word-stiff`,
    `${folder}/words.nl.json:22 word-stiff`,
    expect.stringMatching(/^subtitles\/broodlicht\/nl\.descriptions\.vtt:\d+ word-stiff$/),
    'subtitles/broodlicht/nl.vtt:9 word-stiff',
  ]);
});

test('what one voice says runs on from cue to cue, and words in another language are not read', () => {
  const { edit, advice } = prepare();
  const line = (words: string) => `<v Mila>${words}`;
  edit(
    'subtitles/broodlicht/nl.vtt',
    '<v Mila>Ik houd van <c.rust>de stille straat</c>.',
    line('Ik loop in <c.rust>de straat</c> met'),
  );
  edit('subtitles/broodlicht/nl.vtt', '<v Mila>Wie het licht ziet,', line('een kop en'));
  edit('subtitles/broodlicht/nl.vtt', '<c.samen>mag binnenkomen</c>.', 'een mes <c.samen>bij mij</c> en');
  edit(
    'subtitles/broodlicht/nl.vtt',
    '<v Mila>Dan zet ik <i>twee</i> koppen koffie.',
    line('ik ga en ik kom en ik lach.'),
  );
  edit(`${folder}/about.nl.md`, '*niets*', '[counterrevolutionaries](lang:en)');
  expect(advice()).toEqual(['subtitles/broodlicht/nl.vtt:13 sentence-long']);
});

test('a long word is told until the glossary explains it, also while the texts stay as they are', () => {
  const { edit, advice } = prepare();
  edit(`${folder}/about.nl.md`, 'Broodlicht is een verzonnen film.', 'Wij zijn nachtdienstmedewerkers.');
  expect(advice()).toEqual([`${folder}/about.nl.md:3 word-long`]);
  edit(
    `${folder}/words.nl.json`,
    '"term": "nachtdienst",',
    '"term": "nachtdienst", "forms": ["nachtdienstmedewerkers"],',
  );
  expect(advice()).toEqual([]);
});
