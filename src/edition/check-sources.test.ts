import { expect, test } from 'vitest';
import * as v from 'valibot';
import { describeIssue } from './shape-issue';
import { FilmSchema } from './schema';

const sourcesOf = FilmSchema.entries.film.entries.sources;
const faults = (source: unknown) => (v.safeParse(sourcesOf, [source]).issues ?? []).map(describeIssue);

test.each([
  { file: 'film/film.mp4', type: 'video/mp4; codecs="avc1.42E01E, mp4a.40.2"' },
  { file: 'film/hls/film.m3u8', type: 'application/vnd.apple.mpegurl' },
  { service: 'youtube', id: 'aB_d-fGhIj0' },
  { service: 'vimeo', id: '123456789' },
])('$file$service is a source', (source) => expect(faults(source)).toEqual([]));

const FORMS = 'name a film with its type, a playlist (.m3u8) with its own, or a service (youtube, vimeo) with an id';
test.each<[unknown, string]>([
  [{ service: 'youtube', id: 'https://youtu.be/aBcDeFgHiJk' }, 'use the 11 signs behind "v=" in the address'],
  [{ service: 'youtube', id: 'aBcDeFgHi&k' }, 'use the 11 signs behind "v=" in the address'],
  [{ service: 'vimeo', id: '123456789?h=1' }, 'use the number in the address'],
  [{ service: 'vimeo', id: '-1234567' }, 'use the number in the address'],
  [{ service: 'dailymotion', id: 'x8abcde' }, FORMS],
  [{ service: 'youtube' }, FORMS],
  [{ service: 'youtube', id: 'aBcDeFgHiJk', origin: 'https://evil.example' }, FORMS],
  [{ file: 'film/film.mp4', type: 'application/vnd.apple.mpegurl' }, FORMS],
  [{ file: 'film/film.mp4', type: 'text/html' }, 'use a type such as video/mp4'],
  [{ file: '../film.mp4', type: 'video/mp4' }, 'name a file inside public/'],
  [null, FORMS],
])('%o is none, and its maker hears why', (source, why) => {
  const found = faults(source);
  expect(found).not.toEqual([]);
  expect(found.join('\n')).toContain(why);
});
