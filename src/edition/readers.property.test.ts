/** What the build reads: files of whoever makes an edition, and settings of whoever builds the site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { smallFixture } from '../../tests/fixtures/prepare-fixture';
import { holds, hostileText, safely, spoilt, textOf } from '../../tests/support/hostile';
import { escapeHtml } from '../sync/embed/escape-html';
import type { Inline } from '../timeline/edition-data';
import { checkDirection } from './check-direction';
import { readJson } from './json-file';
import { parseArticle } from './parse-portrait';
import { parseCaptions } from './parse-captions';
import { parseOutsideFilms } from './outside-films';
import { parsePartners } from './partners';
import type { Problem } from './problems';
import { FilmSchema, MARKUP, WordsSchema } from './schema';
import { parseSecurityContact } from './security-txt';
import { parseSiteUrl } from './site-url';
import { readAsVideoJs } from './video-js-captions';
import { decodeEntities, parseVtt } from './vtt-parser';

const small = (name: string) => readFileSync(join(smallFixture, 'media-manifests/broodlicht', name), 'utf8');
const file = 'a';

function expectPlaced(problems: readonly Problem[], text: string): void {
  const lines = text.split(/\r\n|\r|\n/).length;
  for (const { line, message, help } of problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(message + help).not.toMatch(/\{\w+\}$|undefined|NaN/);
  }
}

describe.each([
  ['film.json', FilmSchema],
  ['words.nl.json', WordsSchema],
])('%s', (name, schema) => {
  const good: unknown = JSON.parse(small(name));
  const json = fc.oneof(
    spoilt(fc.constant(good)).map((value) => {
      try {
        return JSON.stringify(value, undefined, 1) ?? '';
      } catch {
        return '';
      }
    }),
    fc.nat(small(name).length).map((end) => small(name).slice(0, end)),
    textOf('{', '}', '[', ']', '"id"', ':', ',', '"__proto__"', '1e999', '\\u0000', '\n', '//'),
    hostileText,
  );

  test('is read or refused with places, and no text in it is markup', () =>
    holds(
      fc.property(json, (text) => {
        const problems: Problem[] = [];
        const found = safely(() => readJson({ file, text }, schema, problems));
        expectPlaced(problems, text);
        if (!found) expect(problems.length).toBeGreaterThan(0);
        if (!found || problems.length > 0) return;
        for (const each of textsIn(found.value)) expect(each).not.toMatch(MARKUP);
        expect(text).not.toMatch(/"(__proto__|constructor|prototype)"\s*:/);
        expect(readJson({ file, text: JSON.stringify(found.value) }, schema, [])?.value).toEqual(found.value);
      }),
    ));
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test('a portrait is pieces of text, and its links lead to other sites and lines of the film alone', () =>
  holds(
    fc.property(
      fc.oneof(
        textOf(
          ...[
            '# ',
            '## ',
            '\n',
            '\n\n',
            '{#id cues="mila-01"}',
            '- Label: waarde',
            '*',
            '**',
            '_',
            '`',
            '> ',
            '| a | b |',
            '\\',
          ],
          ...[
            '[woord](javascript:hostile())',
            '[woord](https://a@b.c)',
            '[woord](//a)',
            '[woord](https://example.org)',
            '[woord]',
            '(cue:mila-01)',
            '(lang:en)',
            '(javascript:hostile())',
            '(https://example.org)',
            '(https://a@b.c)',
          ],
          ...['<b>', '</b>', '<https://example.org>', '![x](y)', '&lt;', '&#60;', '[a]: b', '    ', '***', '1. '],
        ),
        hostileText,
      ),
      (text) => {
        const problems: Problem[] = [];
        const article = safely(() => parseArticle({ file, text }, 'Mila', problems));
        expectPlaced(problems, text);
        const pieces = [...article.intro, ...article.sections.flatMap((section) => section.text)].flat();
        for (const piece of pieces) expectPiece(piece);
      },
    ),
    133,
  ));

function expectPiece(piece: Inline): void {
  expect(['text', 'emphasis', 'strong', 'link', 'foreign', 'cue']).toContain(piece.kind);
  if (piece.kind === 'link')
    expect(new URL(piece.href)).toMatchObject({ protocol: 'https:', username: '', password: '' });
  if (piece.kind !== 'text') piece.parts.forEach(expectPiece);
}

const subtitles = fc.oneof(
  textOf(
    ...[
      'WEBVTT',
      '\n',
      '\n\n',
      'a-1',
      '00:00:01.000 --> 00:00:02.000',
      '-->',
      '<v Mila>',
      '<c.rust>',
      '</c>',
      '<i>',
      '&amp;',
      '&lt;',
    ],
    ...['&#128;', '&#xD800;', 'NOTE', 'STYLE', 'REGION', ' line:0', '<00:00:01.500>', '<ruby>', '<lang en>'],
  ),
  hostileText,
  hostileText.map((text) => `WEBVTT\n\na-1\n00:00:01.000 --> 00:00:02.000\n<v Mila>${text}\n`),
);

test('subtitles are read or refused with places', () =>
  holds(
    fc.property(subtitles, (text) => {
      const problems: Problem[] = [];
      const { cues } = safely(() => parseCaptions({ file, text }, problems));
      expectPlaced(problems, text);
      for (const { start, end, lines } of cues) {
        expect(Number.isSafeInteger(start) && Number.isSafeInteger(end)).toBe(true);
        expect(lines.id).toBeLessThanOrEqual(lines.timing);
      }
      expectPlaced(checkDirection({ file, text }), text);
    }),
    133,
  ));

test('both readers of subtitles bear any short text', () =>
  holds(
    fc.property(
      subtitles.filter((text) => text.length < 2000 && !/\p{Surrogate}/u.test(text)),
      (text) => {
        safely(() => parseVtt(text));
        for (const { start } of safely(() => readAsVideoJs(text))) expect(start).not.toBeNaN();
      },
    ),
  ));

test('what is written for a sign in HTML becomes that sign once, and no sign of HTML is left as it is', () =>
  holds(
    fc.property(hostileText, (text) => {
      const escaped = safely(() => escapeHtml(text));
      expect(escaped).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)/);
      expect(decodeEntities(escaped)).toBe(text);
      safely(() => decodeEntities(text));
    }),
  ));

const settings = fc.oneof(
  textOf(
    'https://',
    'http://',
    'film.example',
    '*',
    '/',
    '.',
    ':',
    '443',
    '@',
    '?',
    '#',
    ' ',
    ',',
    '[::1]',
    "'self'",
    ';',
    '\n',
    'é',
  ),
  hostileText,
);

test('an origin of a partner is one that no policy can misunderstand, or the build stops', () =>
  holds(
    fc.property(settings, (text) => {
      for (const origin of safely(() => orRefused(() => parsePartners(text))) ?? []) {
        expect(new URL(origin).origin).toBe(origin);
        expect(origin).toMatch(/^https?:\/\/[^\s;,'"*/]+$/);
      }
    }),
    133,
  ));

test('the address of the site is a folder of a host, or the build stops', () =>
  holds(
    fc.property(settings, (text) => {
      const address = safely(() => orRefused(() => parseSiteUrl(text)));
      if (address === undefined) return;
      expect(new URL(address).href).toBe(address);
      expect(address).toMatch(/^https?:\/\/[^\s"<>?#]+\/$/);
      expect(parseSiteUrl(address)).toBe(address);
    }),
    133,
  ));

test('films of others are on or off, or the build stops', () =>
  holds(
    fc.property(fc.oneof(fc.constantFrom('on', 'off', ' off ', ''), settings), (text) => {
      const isOn = safely(() => orRefused(() => parseOutsideFilms(text)));
      if (isOn === false) expect(text.trim()).toBe('off');
    }),
    66,
  ));

test('whom to tell of a hole is an address that fits on a line of its own, or the build stops', () =>
  holds(
    fc.property(
      fc.oneof(textOf('mailto:', 'a@b.example', 'https://', 'b.example', 'tel:+31', '-20', ' ', '/'), settings),
      (text) => {
        for (const contact of safely(() => orRefused(() => parseSecurityContact(text))) ?? [])
          expect(contact).toMatch(/^(mailto|https|tel):[\x21-\x7e]+$/);
      },
    ),
    133,
  ));

/** A setting that is wrong stops the build, with words for whoever has set it. */
function orRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (reason) {
    expect(reason).toBeInstanceOf(Error);
    expect((reason as Error).message).toMatch(/^(OUTSIDE_FILMS|PARTNERS|SECURITY_CONTACT|SITE_URL)/);
    return undefined;
  }
}
