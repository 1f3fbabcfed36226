/** What is published, its types, and what the build makes of both. The types are checked with those of all other files. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, expectTypeOf, test } from 'vitest';
import type * as published from '../published/dichterbij-film';
import { bundleClient, clientVersion, publishedFile, publishedVersions, twinName } from '../../../edition/build-client';
import { USUAL_CHOICE } from '../embed-link';
import type { EventValues } from '../embed-values';
import type * as code from './dichterbij-film';
import { frameAddress, PARAMETERS } from './frame-address';
import type { FilmMethods } from './film-methods';

type Details = { readonly [K in keyof published.FilmEventMap]: published.FilmEventMap[K]['detail'] };
/** A property of a function type and a method are the same to who calls them. */
type Called<T> = { readonly [K in keyof T]: T[K] extends (...given: infer G) => infer R ? (...given: G) => R : T[K] };
type Names<T> = Extract<keyof T, string>;

test('the types say what the code does', () => {
  expectTypeOf<keyof typeof code>().toEqualTypeOf<keyof typeof published>();
  expectTypeOf<Called<published.FilmMethods>>().toEqualTypeOf<Called<FilmMethods>>();
  expectTypeOf<Details>().toEqualTypeOf<EventValues>();
  expectTypeOf<Names<published.EmbedClient>>().toEqualTypeOf<Names<code.EmbedClient>>();
  expectTypeOf<ConstructorParameters<typeof published.EmbedClient>>().toEqualTypeOf<
    ConstructorParameters<typeof code.EmbedClient>
  >();
  expectTypeOf<code.EmbedClient>().toExtend<Omit<published.EmbedClient, 'addEventListener'>>();
  expectTypeOf<code.DichterbijFilm>().toExtend<Omit<published.DichterbijFilm, 'addEventListener'>>();
  type Own = 'connectedCallback' | 'disconnectedCallback' | 'connectedMoveCallback' | 'attributeChangedCallback';
  expectTypeOf<Exclude<Names<code.DichterbijFilm>, Own>>().toEqualTypeOf<Names<published.DichterbijFilm>>();
  expectTypeOf<HTMLElementTagNameMap['dichterbij-film']>().toEqualTypeOf<published.DichterbijFilm>();
});

test('every attribute is in the types', () => {
  const types = readFileSync(publishedFile('dichterbij-film.d.ts'), 'utf8');
  for (const name of ['language', 'label', 'ratio', ...PARAMETERS])
    expect(types).toMatch(new RegExp(`\\* {5}${name} `));
});

test('it is one file of at most 3 kB, and its version is published', async () => {
  const bundled = await bundleClient();
  expect(gzipSync(bundled, { level: 9 }).length).toBeLessThanOrEqual(3000);
  expect(bundled).not.toMatch(/\bimport[ {"'(]/);

  const version = clientVersion();
  const hint = 'the client has changed: raise CLIENT_VERSION and run npm run client:publish';
  expect(Object.keys(publishedVersions()).at(-1), hint).toBe(version);
  expect(readFileSync(publishedFile(twinName(version)), 'utf8') === bundled, hint).toBe(true);
  expect(publishedVersions()[version]!.integrity).toMatch(/^sha384-[\w+/]{64}$/);
});

test('attributes become parameters of the embed page, escaped, and nothing else', () => {
  const at = (attributes: Record<string, string>) =>
    frameAddress('https://film.example/some/embed/dichterbij-film-1.0.0.js?v=1#x', (name) => attributes[name] ?? null);
  expect(at({})).toBe('https://film.example/some/embed/nl/');
  expect(at({ language: 'pt-BR', theme: 'luisteren', start: '1:12', subtitles: 'nl,en', title: 'x', src: 'x' })).toBe(
    'https://film.example/some/embed/pt-BR/?theme=luisteren&start=1%3A12&subtitles=nl%2Cen',
  );
  for (const language of ['..', '../..', '//evil.example', 'javascript:alert(1)', 'nl/..', 'NL', '', 'n', '%2e%2e'])
    expect(at({ language })).toBe('https://film.example/some/embed/nl/');
  const hostile = [
    '',
    ' ',
    '"><script>',
    "'",
    '&overlays=off',
    '#x',
    '?x',
    'a b',
    '\0',
    '\ud800',
    'é',
    'x'.repeat(201),
  ];
  for (const name of PARAMETERS)
    for (const value of hostile) expect(at({ [name]: value })).toBe('https://film.example/some/embed/nl/');
  // Each choice of a partner has its attribute.
  expect(PARAMETERS).toEqual(expect.arrayContaining(Object.keys(USUAL_CHOICE)));
});
