/**
 * The only places where texts are written into HTML: the documents that the build writes, and the code for partners. Whatever the texts
 * say, a browser makes the same elements with the same attributes of it.
 */
import { describe, expect, test } from 'vitest';
import { HOSTILE_SNIPPETS } from '../../tests/support/hostile-texts';
import { elementCode, iframeCode, linkCode } from '../sync/embed/embed-code';
import { USUAL_CHOICE } from '../sync/embed/embed-link';
import { chooserDocument, notFoundDocument, pageDocument } from './document';

const film = {
  width: 640,
  height: 360,
  sources: [{ file: 'film/film.mp4', type: 'video/mp4' }],
  posters: [{ file: 'film/poster.jpg', type: 'image/jpeg' }],
};
const code = (text: string) => ({ address: `https://film.example/embed/nl/?chapter=${text}`, title: text });

const WRITERS: Readonly<Record<string, (text: string) => string>> = {
  'a page': (text) =>
    pageDocument({
      head: '<title>T</title>',
      body: '<p>B</p>',
      title: text,
      language: 'nl',
      direction: 'ltr',
      numbering: 'latn',
      canonical: 'nl/',
      root: '../',
      files: { entry: 'a.js', scripts: [], css: [], styles: { texts: ['p { color: red }'], files: ['a.css'] } },
      alternates: [],
      film,
      isFramed: false,
      oembed: [{ path: 'oembed/nl/film.json', title: text }],
      data: { text, [text]: [text] },
      siteUrl: 'https://film.example/',
    }),
  'the choice of a language': (text) =>
    chooserDocument([{ code: 'nl', direction: 'ltr', name: text, title: text }], []),
  'what is missing': (text) => notFoundDocument([{ code: 'nl', direction: 'ltr', title: text, toFilm: text }], [], '/'),
  'a frame for partners': (text) =>
    iframeCode({ ...code(text), size: { kind: 'fixed', width: 640, height: 360 }, sandbox: true }),
  'an element for partners': (text) =>
    elementCode({
      script: `https://film.example/${text}`,
      language: 'nl',
      choice: USUAL_CHOICE,
      label: text,
      alternative: { href: text, text },
    }),
  'a link for partners': (text) => linkCode({ href: text, text }),
};

const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html');
/** Every element with the names of its attributes. */
const skeleton = (html: string) =>
  [...parsed(html).querySelectorAll('*')].map((element) =>
    [element.localName, ...element.getAttributeNames()].join(' '),
  );

describe.each(Object.entries(WRITERS))('%s', (_, write) => {
  test.each(HOSTILE_SNIPPETS.map((text) => [JSON.stringify(text), text]))('of %s', (_name, text) => {
    expect(skeleton(write(text))).toEqual(skeleton(write('harmless')));
  });
});

test('data of a page is read as it was written', () => {
  for (const text of HOSTILE_SNIPPETS.filter((each) => !/\p{Surrogate}/u.test(each))) {
    const page = parsed(WRITERS['a page']!(text));
    expect(JSON.parse(page.querySelector('#page-data')!.textContent)).toEqual({ text, [text]: [text] });
  }
});

test('styles that stand in a page count at once, and the files that they were made of not', () => {
  const page = parsed(WRITERS['a page']!('T'));
  expect(page.querySelector('style')!.textContent).toBe('p { color: red }');
  const links = [...page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  expect(links.map((link) => [link.getAttribute('href'), link.hasAttribute('disabled')])).toEqual([['../a.css', true]]);
});
