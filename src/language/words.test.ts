import { expect, test } from 'vitest';
import { adviseOn, easeOfText, type Passage } from '../edition/plain-language/advice';
import { plainLanguageOf } from '../edition/plain-language/languages';
import { EASE_OF_B1 } from '../edition/plain-language/readability';
import en from './words/en.json';
import nl from './words/nl.json';

const sources = import.meta.glob<string>(['../**/*.{svelte,ts}', '!../**/*.test.ts'], {
  import: 'default',
  query: '?raw',
  eager: true,
});

/** Dotted keys, plural endings left off. */
const keysOf = (value: object, path = ''): readonly string[] =>
  Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null
      ? keysOf(inner, `${path}${key}.`)
      : [(path + key).replace(/_(?:zero|one|two|few|many|other)$/, '')],
  );

/** Texts with their dotted keys. */
const textsOf = (value: object, path = ''): readonly { readonly key: string; readonly text: string }[] =>
  Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null
      ? textsOf(inner, `${path}${key}.`)
      : [{ key: path + key, text: String(inner) }],
  );

/** What the document is called that a web editor has to fill in. */
const NAMES = new Set(['accessibility', 'toegankelijkheidsverklaring']);

test.each(Object.entries({ nl, en }))(
  'the words of "%s" are plain language, by what an edition is advised',
  (code, own) => {
    const plain = plainLanguageOf(code)!;
    const texts = textsOf(own).map(({ key, text }) => ({ key, text: text.replace(/\{\{\w+\}\}/g, 'Ann') }));
    const passages = texts.map(({ text }, line): Passage => [{ line, text }]);
    const advice = adviseOn(passages, plain, NAMES).map(({ line, ...rest }) => ({ key: texts[line]?.key, ...rest }));
    expect(advice).toEqual([]);
    // Labels of a word or two would make it seem easier.
    const sentences = passages.filter(([piece]) => /[.!?]$/.test(piece?.text ?? ''));
    expect(easeOfText(sentences, plain)).toBeGreaterThanOrEqual(EASE_OF_B1);
  },
);

test('no text is kept that nobody shows', () => {
  const code = Object.values(sources).join('\n');
  const prefixes = [...code.matchAll(/t\(`([\w.]+\.)\$\{/g)].map(([, prefix]) => prefix!);
  const unused = [...new Set(keysOf(nl))].filter(
    (key) =>
      !key.startsWith('language.') && !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});
