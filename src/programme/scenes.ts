/** What the room sees, one after another: the steps of a programme that a clicker goes through. */
import type { AgendaItem } from './programme';

export type Scene =
  /** Before it begins: the title of the film. */
  | { readonly kind: 'welcome' }
  /** What comes, before the film of it. `item` is the place in the programme, from 0. */
  | { readonly kind: 'card'; readonly item: number }
  | { readonly kind: 'film'; readonly item: number }
  /** A question of the item, from 0; an item without questions has one talk all the same. */
  | { readonly kind: 'question'; readonly item: number; readonly question: number }
  | { readonly kind: 'end' };

export type QuestionCount = (item: AgendaItem) => number;

export function scenesOf(agenda: readonly AgendaItem[], questionsOf: QuestionCount): Scene[] {
  return [
    { kind: 'welcome' },
    ...agenda.flatMap((entry, item): Scene[] => [
      { kind: 'card', item },
      { kind: 'film', item },
      ...Array.from({ length: Math.max(1, questionsOf(entry)) }, (_, question): Scene => {
        return { kind: 'question', item, question };
      }),
    ]),
    { kind: 'end' },
  ];
}

export function isSameScene(one: Scene, other: Scene): boolean {
  return one.kind === other.kind && itemOf(one) === itemOf(other) && questionOf(one) === questionOf(other);
}

/** Which item of the programme it belongs to. */
export const itemOf = (scene: Scene): number | undefined => ('item' in scene ? scene.item : undefined);
const questionOf = (scene: Scene): number | undefined => ('question' in scene ? scene.question : undefined);
