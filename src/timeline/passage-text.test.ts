import { expect, test } from 'vitest';
import { cleanText, passageText } from './passage-text';

test.each([
  ['two\nlines', 'two lines'],
  ['  too   many\t spaces ', 'too many spaces'],
  ['zo’n café, ’s avonds', 'zo’n café, ’s avonds'],
  ["it's the client's", "it's the client's"],
  ['clie\u0308nt', 'clie\u0308nt'],
  ['cliënt', 'cliënt'],
  ['twee\u00a0kanten', 'twee kanten'],
  ['na\u00adbij\u200bheid', 'nabijheid'],
  ['\ufeff\u202awoord\u202c\u2060', 'woord'],
  ['a\u200c\u200db', 'a\u200c\u200db'],
  ['a\u0000b\u0007c', 'abc'],
  ['👩‍👧', '👩‍👧'],
  ['A & B < C', 'A & B < C'],
  [' \u200b\n', ''],
  ['', ''],
])('%j becomes %j', (text, clean) => expect(cleanText(text)).toBe(clean));

test('a line says who says it; the narrator has no name', () => {
  const lines = [
    { text: 'Zij spreken\nelke week.' },
    { name: 'Nena', text: 'Het moet van twee kanten komen.' },
    { name: undefined, text: 'Zo is het.' },
  ];
  expect(passageText(lines)).toBe('Zij spreken elke week.\nNena: Het moet van twee kanten komen.\nZo is het.');
});

test('a line of which nothing is chosen is left out', () => {
  expect(passageText([{ name: 'Nena', text: ' ' }, { text: 'Ja.' }])).toBe('Ja.');
  expect(passageText([])).toBe('');
});
