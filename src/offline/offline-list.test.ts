import { describe, expect, test } from 'vitest';
import { bytesOf, decodeOfflineList, neededOf, type OfflineList } from './offline-list';

const hash = '0123456789abcdef';
const file = { address: 'nl/', bytes: 10, hash };
const mp4 = { address: 'film/film.mp4', bytes: 1000, hash, type: 'video/mp4' };
const webm = { ...mp4, address: 'film/film.webm', bytes: 700, type: 'video/webm' };
const list: OfflineList = { version: hash, files: [{ address: '', bytes: 0, hash }, file], film: [mp4, webm] };

test('a list comes through JSON as it was', () => {
  expect(decodeOfflineList(JSON.parse(JSON.stringify(list)))).toEqual(list);
});

test('what nobody asked for is left out', () => {
  expect(decodeOfflineList({ ...list, more: 1, files: [{ ...file, more: 1 }] })).toEqual({ ...list, files: [file] });
});

describe('a list that does not fit is no list', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'offline'],
    ['a list', [list]],
    ['no version', { ...list, version: undefined }],
    ['a version that is no hash', { ...list, version: '../..' }],
    ['files that are text', { ...list, files: 'nl/' }],
    ['no files', { ...list, files: [] }],
    ['no film at all', { ...list, film: undefined }],
    ['a film without a type', { ...list, film: [file] }],
    ['a film that is the front page', { ...list, film: [{ ...mp4, address: '' }], files: [file] }],
    ['a file twice', { ...list, files: [file, file] }],
    ['a film among the files', { ...list, files: [mp4] }],
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
  ])('%s', (_, part) => expect(decodeOfflineList({ ...list, files: [{ ...file, ...part }] })).toBeUndefined());
});

test('one format of the film is needed: the first that plays', () => {
  expect(neededOf(list, () => true)).toEqual([...list.files, mp4]);
  expect(neededOf(list, (type) => type === 'video/webm')).toEqual([...list.files, webm]);
  expect(neededOf(list, () => false)).toBeUndefined();
  expect(bytesOf([file, webm])).toBe(710);
});
