import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { bareEdition } from '../../tests/support/bare-edition';
import { oembedFiles, oembedLinks, type OEmbedSource } from './oembed';

type Plate = Pick<OEmbedSource['data']['people'][number], 'plate'>;
const plate: Plate = { plate: { circle: [1, 1, 1], arch: [1, 1, 1, 1], ground: 1 } };
const source: OEmbedSource = {
  siteUrl: 'https://example.org/film/',
  data: bareEdition({
    languages: ['nl', 'en'],
    film: {
      width: 1280,
      height: 720,
      sources: [{ file: 'film/film.mp4', type: 'video/mp4' }],
      posters: [
        { file: 'film/poster.avif', type: 'image/avif' },
        { file: 'film/poster.jpg', type: 'image/jpeg' },
      ],
    },
    chapters: [
      { id: 'begin', from: 'a', to: 'b', ...plate },
      { id: 'mila', from: 'c', to: 'd', thumbnail: 'film/mila.jpg', ...plate },
    ],
    people: [{ id: 'mila', name: 'Mila', perspective: 'client', anonymised: false, ...plate }],
    // Of `stil` nobody speaks.
    themes: [
      { id: 'stil', slugs: { nl: 'stil', en: 'quiet' } },
      { id: 'brood', slugs: { nl: 'brood', en: 'bread' } },
    ],
    cues: ['a', 'b', 'c', 'd'].map((id, at) => ({
      ...{ id, start: at * 10, end: at * 10 + 8, themes: id === 'c' ? ['brood'] : [] },
      ...(id === 'c' && { person: 'mila' }),
    })),
  }),
  words: {
    nl: {
      title: 'Brood & "licht"',
      chapters: { begin: chapter('Het begin'), mila: chapter('Mila <3') },
      themes: { brood: { label: 'Brood', slug: 'brood', about: '' } },
    },
    en: {
      title: 'Bread and light',
      chapters: { begin: chapter('The beginning'), mila: chapter('Mila') },
      themes: { brood: { label: 'Bread', slug: 'bread', about: '' } },
    },
  },
  pages: ['nl', 'en'].map((language) => ({ place: { view: 'embed', language }, address: `embed/${language}/` })),
  sizeOf: (file) => (file.endsWith('.jpg') ? { width: file.length, height: 9 } : undefined),
};

function chapter(title: string) {
  return { title, summary: '', questions: [], hostNote: '' };
}

/** What the specification asks of every response, and of this type; it allows others beside them. */
const whole = v.pipe(v.string(), v.url(), v.startsWith('https://'));
const pixels = v.pipe(v.number(), v.integer(), v.minValue(1));
const thumbnail = { thumbnail_url: whole, thumbnail_width: pixels, thumbnail_height: pixels };
const Video = {
  version: v.literal('1.0'),
  type: v.literal('video'),
  title: v.string(),
  provider_name: v.string(),
  provider_url: whole,
  cache_age: pixels,
  html: v.pipe(v.string(), v.startsWith('<iframe '), v.endsWith('</iframe>')),
  width: pixels,
  height: pixels,
};
const Response = v.union([v.strictObject({ ...Video, ...thumbnail }), v.strictObject(Video)]);

const files = oembedFiles(source);
const at = (path: string) => files.find((file) => file.path === path)!.response;
const srcOf = (html: string) => /src="([^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&');

describe('the files', () => {
  test('are one for the film, for each chapter and for each theme, in each language', () => {
    expect(files.map(({ path }) => path)).toEqual(
      ['nl', 'en'].flatMap((language) =>
        ['film', 'chapter-begin', 'chapter-mila', 'theme-brood'].map((name) => `oembed/${language}/${name}.json`),
      ),
    );
  });

  test.each(files)('$path has what oEmbed asks of a video', ({ response }) => {
    expect(v.parse(Response, JSON.parse(JSON.stringify(response)))).toEqual(response);
  });

  test('lead to what they are about, wherever the site stands', () => {
    const embed = 'https://example.org/film/embed/';
    expect(files.map(({ response }) => srcOf(response.html))).toEqual(
      ['nl', 'en'].flatMap((language) =>
        ['', 'chapter=begin&', 'chapter=mila&', 'theme=brood&'].map(
          (part) => `${embed}${language}/?${part}portraits=inside`,
        ),
      ),
    );
  });

  test('say in the words of their language what it is, with nothing let out of the HTML', () => {
    expect(at('oembed/en/chapter-begin.json').title).toBe('The beginning · Bread and light');
    const { title, html } = at('oembed/nl/chapter-mila.json');
    expect(title).toBe('Mila <3 · Brood & "licht"');
    expect(html).toContain('title="Mila &lt;3 · Brood &amp; &quot;licht&quot;"');
  });

  test('are as large as their frame', () => {
    for (const { response } of files)
      expect(response.html).toContain(`width="${response.width}" height="${response.height}"`);
  });

  test('show the picture of the chapter, else that of the film, in its true size', () => {
    const picture = (path: string) => {
      const { thumbnail_url, thumbnail_width, thumbnail_height } = at(path);
      return [thumbnail_url, thumbnail_width, thumbnail_height];
    };
    const poster = ['https://example.org/film/film/poster.jpg', 15, 9];
    expect(picture('oembed/nl/film.json')).toEqual(poster);
    expect(picture('oembed/nl/chapter-begin.json')).toEqual(poster);
    expect(picture('oembed/nl/chapter-mila.json')).toEqual(['https://example.org/film/film/mila.jpg', 13, 9]);
    expect(picture('oembed/nl/theme-brood.json')).toEqual(poster);
  });

  test('show no picture that nobody could measure', () => {
    const bare = oembedFiles({ ...source, sizeOf: () => undefined });
    for (const { response } of bare) expect(Object.keys(response).join()).not.toContain('thumbnail');
  });
});

describe('the links of a page', () => {
  const paths = (view: string, id?: string) =>
    oembedLinks(files, { view, language: 'en', ...(id !== undefined && { id }) }).map(({ path }) => path);

  test('the film first, and then its chapters, on the page of the film', () => {
    expect(paths('film')).toEqual(['film', 'chapter-begin', 'chapter-mila'].map((name) => `oembed/en/${name}.json`));
  });

  test('the theme on its own page, the film where people make embeds', () => {
    expect(paths('theme', 'brood')).toEqual(['oembed/en/theme-brood.json']);
    expect(paths('theme', 'other')).toEqual([]);
    expect(paths('embed-maker')).toEqual(['oembed/en/film.json']);
  });

  test('nothing elsewhere', () => {
    for (const view of ['about', 'portrait', 'portraits', 'themes', 'host', 'room', 'handout', 'embed'])
      expect(paths(view, 'brood')).toEqual([]);
  });
});
