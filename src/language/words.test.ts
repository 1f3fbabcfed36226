import { describe, expect, test } from 'vitest';
import { adviseOn, easeOfText, type Passage } from '../edition/plain-language/advice';
import { plainLanguageOf } from '../edition/plain-language/languages';
import { EASE_OF_B1 } from '../edition/plain-language/readability';

const words = import.meta.glob<object>('./words/*.json', { import: 'default', eager: true });
const names = import.meta.glob<object>('./names/*.json', { import: 'default', eager: true });

/** Dotted keys with their texts. */
function textsOf(value: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
      typeof inner === 'object' && inner !== null
        ? [...textsOf(inner, `${path}${key}.`)]
        : [[path + key, String(inner)] as const],
    ),
  );
}
const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const stems = (value: object) => [...new Set([...textsOf(value).keys()].map((key) => key.replace(PLURAL, '')))].sort();
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

const sources = import.meta.glob<string>(['../**/*.{svelte,ts}', '!../**/*.test.ts'], {
  import: 'default',
  query: '?raw',
  eager: true,
});

const dutch = words['./words/nl.json']!;
/** What the document is called that a web editor has to fill in. */
const NAMES = new Set(['accessibility', 'toegankelijkheidsverklaring']);

describe.each(Object.entries(words))('%s', (file, own) => {
  const code = /(\w+)\.json$/.exec(file)![1]!;

  test('has every text that the Dutch file has, and no other', () => {
    expect(stems(own)).toEqual(stems(dutch));
  });

  test('has the plural forms that its language asks for', () => {
    const wanted = new Intl.PluralRules(code).resolvedOptions().pluralCategories.toSorted();
    const keys = [...textsOf(own).keys()].filter((key) => PLURAL.test(key));
    for (const stem of new Set(keys.map((key) => key.replace(PLURAL, '')))) {
      const forms = keys.filter((key) => key.replace(PLURAL, '') === stem).map((key) => key.split('_').at(-1)!);
      expect(forms.sort(), stem).toEqual(wanted);
    }
  });

  test('leaves the same holes open for names and numbers', () => {
    const dutchTexts = textsOf(dutch);
    for (const [key, text] of textsOf(own))
      if (dutchTexts.has(key)) expect(holes(text), key).toEqual(holes(dutchTexts.get(key)!));
  });

  test('is plain language, by what an edition is advised', () => {
    const plain = plainLanguageOf(code);
    if (!plain) return;
    const texts = [...textsOf(own)].map(([key, text]) => ({ key, text: text.replace(/\{\{\w+\}\}/g, 'Ann') }));
    const passages = texts.map(({ text }, line): Passage => [{ line, text }]);
    const advice = adviseOn(passages, plain, NAMES).map(({ line, ...rest }) => ({ key: texts[line]?.key, ...rest }));
    expect(advice).toEqual([]);
    // Labels of a word or two would make it seem easier.
    const sentences = passages.filter(([piece]) => /[.!?]$/.test(piece?.text ?? ''));
    expect(easeOfText(sentences, plain)).toBeGreaterThanOrEqual(EASE_OF_B1);
  });

  test('has names for addresses, each another', () => {
    const own = textsOf(names[file.replace('words/', 'names/')]!);
    expect([...own.keys()].sort()).toEqual([...textsOf(names['./names/nl.json']!).keys()].sort());
    const addresses = [...own].filter(([key]) => key.startsWith('address.')).map(([, text]) => text);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) expect(address).toMatch(/^[a-z0-9-]+$/);
  });
});

test('no text is kept that nobody shows', () => {
  const code = Object.values(sources).join('\n');
  const prefixes = [...code.matchAll(/t\(`([\w.]+\.)\$\{/g)].map(([, prefix]) => prefix!);
  const unused = stems(dutch).filter(
    (key) => !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});
