import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import en from '../language/words/en.json';
import nl from '../language/words/nl.json';
import { createAddressBook } from '../navigation/address';
import { decodeEmbedChoice } from '../sync/embed/embed-link';
import { pageDocument } from './document';
import { oembedLinks, type OEmbedVideo } from './oembed';
import { readEdition } from './read-edition';
import { writeOEmbed } from './write-oembed';

const siteUrl = 'https://example.org/dichterbij/';
const { data, texts } = readEdition({ root: '.' }).edition!;
const { languages, people, themes, chapters, film } = data;
const book = createAddressBook({
  languages,
  people,
  themes,
  wordsOf: (language) => (language === 'nl' ? nl : en).language.address,
});
const pages = book.places.map((place) => ({ place, address: book.addressOf(place) }));
const words = Object.fromEntries(languages.map((language) => [language, texts[language]!.words]));

let folder: string;
let written: ReturnType<typeof writeOEmbed>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'oembed-'));
  for (const file of readdirSync('public/film').filter((name) => name.endsWith('.jpg')))
    cpSync(join('public/film', file), join(folder, 'film', file));
  written = writeOEmbed(folder, { siteUrl, data, words, pages });
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as OEmbedVideo;
/** The path within the site of a whole address. */
const within = (address: string): string => {
  expect(address.startsWith(siteUrl), address).toBe(true);
  return address.slice(siteUrl.length);
};
const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const page = (place: (typeof pages)[number]['place']) =>
  pageDocument({
    head: '',
    body: '',
    title: words[place.language]!.title,
    language: place.language,
    direction: 'ltr',
    numbering: 'latn',
    canonical: book.addressOf(place),
    root: '../',
    files: { entry: 'a.js', scripts: [], css: [] },
    alternates: [],
    film,
    isFramed: false,
    oembed: oembedLinks(written, place),
    siteUrl,
  });
/** As WordPress finds them: the links of the head that name the type. */
const discovered = (html: string) =>
  [...html.split('</head>')[0]!.matchAll(/<link([^<>]+)>/g)]
    .map(([, link]) =>
      Object.fromEntries([...link!.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key!, unescaped(value!)])),
    )
    .filter(({ type }) => type === 'application/json+oembed');

test.each(languages)('each page in "%s" leads to files that are there and say what it says', (language) => {
  const found = pages.filter(({ place }) => place.language === language).map(({ place }) => discovered(page(place)));
  expect(found.flat()).toHaveLength(1 + chapters.length + themes.length + 1);
  for (const { rel, href, title } of found.flat()) {
    expect(rel).toBe('alternate');
    expect(read(within(href!)).title).toBe(title);
  }
});

test('each file leads to the embed page of what it is about, and to a picture of that size', () => {
  expect(written).toHaveLength(languages.length * (1 + chapters.length + themes.length));
  const known = { chapters: chapters.map(({ id }) => id), themes: themes.map(({ id }) => id), languages };
  for (const { path, language, kind, id } of written) {
    const { html, thumbnail_url, thumbnail_width } = read(path);
    const [address, query = ''] = within(unescaped(/src="([^"]*)"/.exec(html)![1]!)).split('?');
    expect(book.placeAt(address!)).toEqual({ view: 'embed', language });
    const { chapter, theme } = decodeEmbedChoice(query, known);
    expect({ chapter, theme }).toEqual({
      chapter: kind === 'chapter' ? id : undefined,
      theme: kind === 'theme' ? id : undefined,
    });
    expect(statSync(join(folder, within(thumbnail_url!))).isFile()).toBe(true);
    expect(thumbnail_width).toBeGreaterThan(100);
  }
});

test('a site that does not know its address has no links', () => {
  const [first] = pages;
  expect(discovered(page(first!.place))[0]!['title']).toBe(words[first!.place.language]!.title);
  expect(oembedLinks([], first!.place)).toEqual([]);
});
