import { expect, test } from 'vitest';
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

test('no text is kept that nobody shows', () => {
  const code = Object.values(sources).join('\n');
  const prefixes = [...code.matchAll(/t\(`([\w.]+\.)\$\{/g)].map(([, prefix]) => prefix!);
  const unused = [...new Set(keysOf(nl))].filter(
    (key) =>
      !key.startsWith('language.') && !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});
