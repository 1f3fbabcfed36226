import { expect, test } from 'vitest';
import type { Cue, LinePart, Person } from './edition-data';
import { transcriptText } from './transcript-text';

const cue = (id: string, start: number, person?: string): Cue => ({
  ...{ id, start, end: start + 1, themes: [] },
  ...(person && { person }),
});
const cues = [cue('a-1', 0), cue('a-2', 1, 'mila'), cue('b-1', 2), cue('b-2', 3, 'tom'), cue('b-3', 4, 'tom')];
const lines: Record<string, LinePart[]> = {
  'a-1': [{ text: 'Mila bakt brood\nals iedereen slaapt.' }],
  'a-2': [{ text: 'Ik houd van ' }, { text: 'de stille straat', theme: 'rust' }, { text: '.' }],
  'b-1': [{ text: 'Tom werkt ’s nachts\nin het ziekenhuis.' }],
  'b-2': [{ text: "'n Cliënt & <ik>", emphasis: true }],
  'b-3': [{ text: 'Niemand vraagt mij iets.' }],
};
const plate: Person['plate'] = { circle: [0, 0, 1], arch: [0, 0, 1, 1], ground: 0 };
const person = (id: string, name: string) => ({ id, name, perspective: 'one', anonymised: false, plate });
const chapter = (title: string) => ({ title, summary: '', questions: [], hostNote: '' });
const film = {
  data: {
    people: [person('mila', 'Mila'), person('tom', 'Tom')],
    chapters: [
      { id: 'first', from: 'a-1', to: 'a-2' },
      { id: 'second', from: 'b-1', to: 'b-3' },
    ],
    cues,
  },
  text: {
    lines,
    words: {
      ...{ title: 'Broodlicht', summary: '', narrator: 'Verteller' },
      ...{ perspectives: {}, people: {}, themes: {}, quotes: {}, notes: {}, glossary: {} },
      chapters: { first: chapter('De bakker'), second: chapter('De gast') },
    },
  },
};

test('the whole film: its title, its chapters, and who says what, a line for each cue', () =>
  expect(transcriptText(film)).toBe(`Broodlicht

De bakker

Verteller: Mila bakt brood als iedereen slaapt.
Mila: Ik houd van de stille straat.

De gast

Verteller: Tom werkt ’s nachts in het ziekenhuis.
Tom: 'n Cliënt & <ik>
Tom: Niemand vraagt mij iets.
`));

test('a part of it has the titles of its own chapters only', () => {
  expect(transcriptText({ ...film, cues: cues.slice(3) })).toBe(
    "Broodlicht\n\nDe gast\n\nTom: 'n Cliënt & <ik>\nTom: Niemand vraagt mij iets.\n",
  );
  expect(transcriptText({ ...film, cues: [] })).toBe('Broodlicht\n');
});

test('lines before the first chapter stand under the title of the film', () => {
  const data = { ...film.data, chapters: film.data.chapters.slice(1) };
  expect(transcriptText({ ...film, data, cues: cues.slice(1, 3) })).toBe(
    'Broodlicht\n\nMila: Ik houd van de stille straat.\n\nDe gast\n\nVerteller: Tom werkt ’s nachts in het ziekenhuis.\n',
  );
});

test('what is to be seen stands before the line that comes, marked as such, where it is asked for', () => {
  const described = {
    data: {
      ...film.data,
      descriptions: [
        { id: 'oven', start: 0.5, end: 0.9 },
        { id: 'dawn', start: 4.5, end: 5 },
      ],
    },
    text: { ...film.text, descriptions: { oven: 'Een oven\ngloeit.', dawn: 'Het wordt licht.' } },
  };
  const lines = transcriptText({ ...described, inPicture: 'In beeld:' }).split('\n');
  const oven = lines.indexOf('In beeld: Een oven gloeit.');
  expect(lines[oven + 1]).toMatch(/^Mila: Ik houd van/);
  expect(lines.slice(-3)).toEqual(['Tom: Niemand vraagt mij iets.', 'In beeld: Het wordt licht.', '']);
  expect(transcriptText(described)).toBe(transcriptText(film));
});
