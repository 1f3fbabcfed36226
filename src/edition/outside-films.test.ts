import { expect, test } from 'vitest';
import type { FilmData } from '../timeline/edition-data';
import { parseOutsideFilms } from './outside-films';
import { outsideNeeds } from './outside-needs';

test.each([
  [undefined, true],
  ['', true],
  ['on', true],
  [' off ', false],
])('OUTSIDE_FILMS=%s is %s', (given, on) => expect(parseOutsideFilms(given)).toBe(on));

test.each(['false', 'OFF', '0', 'no'])('"%s" stops the build', (given) =>
  expect(() => parseOutsideFilms(given)).toThrow(`"off" or "on", not "${given}"`),
);

const bare: FilmData = { width: 16, height: 9, posters: [], sources: [{ file: 'a.mp4', type: 'video/mp4' }] };
test('an edition needs what its film needs, and nothing of a service that is switched off', () => {
  const service = { service: 'vimeo', id: '123456789' } as const;
  expect(outsideNeeds(bare)).toEqual({ inParts: false });
  expect(outsideNeeds({ ...bare, service: { ...service, off: true } })).toEqual({ inParts: false });
  expect(outsideNeeds({ ...bare, service: { ...service, off: false } })).toEqual({
    inParts: false,
    service: 'https://player.vimeo.com',
  });
  const sources = [{ file: 'hls/film.m3u8', type: 'application/vnd.apple.mpegurl' }];
  expect(outsideNeeds({ ...bare, sources })).toEqual({ inParts: true });
});
