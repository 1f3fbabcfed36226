import { expect, test } from 'vitest';
import type { EditionData } from '../timeline/edition-data';
import { filmPlate, itemPlate } from './item-plate';

type Plate = EditionData['people'][number]['plate'];
const plate = (ground: number): Plate => ({ circle: [0, 0, 1], arch: [0, 0, 1, 1], ground });
const person = (id: string, ground: number): EditionData['people'][number] => {
  return { id, name: id, perspective: 'client', anonymised: false, plate: plate(ground) };
};
const people = [person('an', 1), person('bo', 2)];
const chapter = (id: string, more: object) => ({ id, from: 'a', to: 'b', ...more });
const own = chapter('own', { person: 'an', plate: plate(3) });
const about = chapter('about', { person: 'bo' });
const bare = chapter('bare', {});
const last = chapter('last', { plate: plate(4) });

test('the film stands as its last chapter does, else as the first person in it', () => {
  expect(filmPlate({ people, chapters: [own, last] })).toEqual(plate(4));
  expect(filmPlate({ people, chapters: [own, about] })).toEqual(plate(1));
  expect(filmPlate({ people, chapters: [] })).toEqual(plate(1));
});

test.each([
  ['its own', 'own', 3],
  ['that of the person it is about', 'about', 2],
  ['that of the film, for it is about nobody', 'bare', 4],
  ['that of the film, for nobody knows it', 'gone', 4],
])('a chapter has %s', (_, id, ground) =>
  expect(itemPlate({ kind: 'chapter', id }, { people, chapters: [own, about, bare, last] })).toEqual(plate(ground)),
);

test('a theme has that of the film, also where a chapter has its id', () => {
  expect(itemPlate({ kind: 'theme', id: 'own' }, { people, chapters: [own, last] })).toEqual(plate(4));
});
