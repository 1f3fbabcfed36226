/** Words for what the room sees now, and for what the next press brings. */
import type { WordKey } from '../../../language/language.svelte';
import { itemWords } from '../../../programme/item-words';
import { isSameScene, type Scene } from '../../../programme/scenes';
import type { Plan, Session } from '../../../programme/session';
import type { Words } from '../../../timeline/edition-data';

type Translate = (key: WordKey, values?: Record<string, unknown>) => string;

export function sceneWords({ scene, cover }: Session, { agenda }: Plan, words: Words, t: Translate): string {
  if (cover) return t(`host.scene.${cover.kind}`);
  if (scene.kind !== 'question') return t(`host.scene.${scene.kind}`);
  const { length: count } = itemWords(agenda[scene.item]!.item, words, '').questions;
  return t('host.scene.question', { index: scene.question + 1, count });
}

/** A press while something lies over the scene only takes it away; after the last scene there is nothing more. */
export function nextWords(session: Session, plan: Plan, words: Words, t: Translate): string | undefined {
  const here = plan.scenes.findIndex((scene) => isSameScene(scene, session.scene));
  const scene = session.cover ? session.scene : plan.scenes[here + 1];
  return scene && stepWords(scene, plan, words, t);
}

function stepWords(scene: Scene, { agenda }: Plan, words: Words, t: Translate): string {
  switch (scene.kind) {
    case 'welcome':
      return t('host.scene.welcome');
    case 'card':
      return itemWords(agenda[scene.item]!.item, words, '').title;
    case 'film':
      return t('host.what.film');
    case 'question':
      return t('host.what.question', { index: scene.question + 1 });
    case 'end':
      return t('host.what.end');
  }
}
