import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkInterface } from './check-interface';
import { InterfaceSchema, type InterfaceFile } from './interface-schema';
import { readJson, type JsonFile } from './json-file';
import type { Problem } from './problems';

const FOLDER = 'src/language/words';

function fileOf(file: string, text: string): JsonFile<InterfaceFile> {
  const problems: Problem[] = [];
  const read = readJson({ file, text }, InterfaceSchema, problems);
  expect(problems).toEqual([]);
  return read!;
}
const shipped = (language: string) => fileOf(language, readFileSync(`${FOLDER}/${language}.json`, 'utf8'));

test.each(readdirSync(FOLDER).map((name) => name.replace('.json', '')))('nothing is missing in "%s"', (language) => {
  expect(checkInterface(language, shipped(language), shipped('nl'))).toEqual([]);
});

describe('a language with six plural forms', () => {
  const { language } = shipped('en').value;
  const dutch = fileOf(
    'nl.json',
    JSON.stringify({ language, bar: { minutes_one: '{{count}} m', minutes_other: '{{count}} m' } }),
  );
  const codesOf = (bar: object) =>
    checkInterface('ar', fileOf('ar.json', JSON.stringify({ language, bar }, undefined, 1)), dutch).map(
      ({ code, message }) => `${code} ${/"(\w+)"\.$/.exec(message)?.[1] ?? ''}`.trim(),
    );
  const forms = { few: '{{count}} د', many: '{{count}} د', other: '{{count}} د' };
  const whole = { ...forms, zero: 'أقل من دقيقة', one: 'دقيقة', two: 'دقيقتان' };
  const named = (texts: object) =>
    Object.fromEntries(Object.entries(texts).map(([form, text]) => [`minutes_${form}`, text]));

  test('has every form, and the number may be a word in those for none, one and two', () => {
    expect(codesOf(named(whole))).toEqual([]);
    expect(codesOf(named({ ...whole, few: 'دقائق' }))).toEqual(['interface-holes']);
    expect(codesOf(named({ ...whole, one: '{{many}} دقيقة' }))).toEqual(['interface-holes']);
  });

  test('is told each form that is missing', () => {
    expect(codesOf(named(forms))).toEqual(
      ['zero', 'one', 'two'].map((form) => `interface-form-missing ${form}`).sort((a, b) => order(a) - order(b)),
    );
    expect(codesOf({})).toEqual(['interface-text-missing']);
  });
  const order = (line: string) =>
    new Intl.PluralRules('ar').resolvedOptions().pluralCategories.indexOf(line.split(' ')[1] as 'one');
});
