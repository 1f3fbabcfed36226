import { describe, expect, test } from 'vitest';
import { decodeOfflineList, decodeReport, type OfflineList } from './offline-list';

const hash = '0123456789abcdef';
const mp4 = { address: 'film/film.mp4', bytes: 25, hash, type: 'video/mp4', partBytes: 10, parts: [hash, hash, hash] };
const webm = { ...mp4, address: 'film/film.webm', type: 'video/webm' };
const list: OfflineList = { version: hash, bytes: 1000, film: [mp4, webm] };

test('a list comes through JSON as it was', () => {
  expect(decodeOfflineList(JSON.parse(JSON.stringify(list)))).toEqual(list);
  expect(decodeOfflineList({ ...list, film: [] })).toEqual({ ...list, film: [] });
});

test('what nobody asked for is left out', () => {
  expect(decodeOfflineList({ ...list, more: 1, film: [{ ...mp4, more: 1 }] })).toEqual({ ...list, film: [mp4] });
});

test('so does what a worker says', () => {
  const report = { version: hash, missing: ['nl/'], film: [webm] };
  expect(decodeReport(structuredClone(report))).toEqual(report);
  for (const wrong of [undefined, {}, { ...report, version: 5 }, { ...report, missing: 0 }, { ...report, film: [{}] }])
    expect(decodeReport(wrong)).toBeUndefined();
});

describe('a list that does not fit is no list', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'offline'],
    ['a list', [list]],
    ['no version', { ...list, version: undefined }],
    ['a version that is no hash', { ...list, version: '../..' }],
    ['bytes that are text', { ...list, bytes: '1000' }],
    ['no film at all', { ...list, film: undefined }],
    ['a film without a type', { ...list, film: [{ ...mp4, type: undefined }] }],
    ['a film that is the front page', { ...list, film: [{ ...mp4, address: '' }] }],
    ['a film twice', { ...list, film: [mp4, mp4] }],
    ['parts of no length', { ...list, film: [{ ...mp4, partBytes: 0 }] }],
    ['a part too few', { ...list, film: [{ ...mp4, parts: [hash, hash] }] }],
    ['a part too many', { ...list, film: [{ ...mp4, parts: [hash, hash, hash, hash] }] }],
    ['parts that are no hashes', { ...list, film: [{ ...mp4, parts: [hash, hash, 'x'] }] }],
  ])('%s', (_, value) => expect(decodeOfflineList(value)).toBeUndefined());

  test.each<[string, object]>([
    ['an address elsewhere', { address: 'https://example.org/' }],
    ['an address of another host', { address: '//example.org/' }],
    ['a script for an address', { address: 'javascript:alert(1)' }],
    ['an address from the root', { address: '/nl/' }],
    ['an address above', { address: '../nl/' }],
    ['an address above, hidden', { address: 'nl/%2e%2e/%2e%2e/x' }],
    ['a way round', { address: 'nl/./over/' }],
    ['a backslash', { address: 'nl\\over' }],
    ['a space', { address: 'nl/mijn film.mp4' }],
    ['a line break', { address: 'nl/\nover' }],
    ['a query', { address: 'nl/?a' }],
    ['a fragment', { address: 'nl/#a' }],
    ['the list itself', { address: 'offline.json' }],
    ['the worker', { address: 'worker.js' }],
    ['a number for an address', { address: 5 }],
    ['negative bytes', { bytes: -1 }],
    ['half a byte', { bytes: 0.5 }],
    ['bytes without end', { bytes: Infinity }],
    ['bytes as text', { bytes: '10' }],
    ['no hash', { hash: undefined }],
    ['a hash too long', { hash: `${hash}0` }],
  ])('%s', (_, part) => expect(decodeOfflineList({ ...list, film: [{ ...mp4, ...part }] })).toBeUndefined());
});
