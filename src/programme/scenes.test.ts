import { describe, expect, test } from 'vitest';
import { isSameScene, itemOf, scenesOf, type Scene } from './scenes';
import { een, planFor, rust } from '../../tests/support/small-workshop';

const { agenda } = planFor({ items: [een, rust] });

describe('the scenes of a programme', () => {
  test('are card, film and questions of each item, between welcome and end', () =>
    expect(scenesOf(agenda, ({ item }) => (item.id === 'een' ? 2 : 1))).toEqual([
      { kind: 'welcome' },
      { kind: 'card', item: 0 },
      { kind: 'film', item: 0 },
      { kind: 'question', item: 0, question: 0 },
      { kind: 'question', item: 0, question: 1 },
      { kind: 'card', item: 1 },
      { kind: 'film', item: 1 },
      { kind: 'question', item: 1, question: 0 },
      { kind: 'end' },
    ]));

  test.each([0, -1])('an item with %d questions has one talk all the same', (count) =>
    expect(scenesOf(agenda, () => count).filter(({ kind }) => kind === 'question')).toHaveLength(2),
  );

  test('of nothing are welcome and end', () =>
    expect(scenesOf([], () => 1)).toEqual([{ kind: 'welcome' }, { kind: 'end' }]));

  test('each is the same as itself, and as no other', () => {
    const scenes = scenesOf(agenda, () => 3);
    scenes.forEach((one, index) =>
      expect(scenes.map((other) => isSameScene(one, { ...other }))).toEqual(scenes.map((_, other) => other === index)),
    );
  });

  test.each<[Scene, number | undefined]>([
    [{ kind: 'welcome' }, undefined],
    [{ kind: 'card', item: 0 }, 0],
    [{ kind: 'film', item: 2 }, 2],
    [{ kind: 'question', item: 1, question: 3 }, 1],
    [{ kind: 'end' }, undefined],
  ])('%o belongs to item %s', (scene, item) => expect(itemOf(scene)).toBe(item));
});
