import { agendaOf, type Programme, type ProgrammeItem } from '../../src/programme/programme';
import { begin, filmAt, next, planOf, type Plan, type Session } from '../../src/programme/session';
import type { Cue, EditionData } from '../../src/timeline/edition-data';
import { createTimeline } from '../../src/timeline/timeline';
import { bareEdition } from './bare-edition';

const plate = { circle: [0, 0, 1], arch: [0, 0, 1, 1], ground: 0 } satisfies EditionData['people'][number]['plate'];
const person = (id: string, perspective: string) => ({ id, name: id, perspective, anonymised: false, plate });
const line = (id: string, start: number, end: number, who: string, ...themes: string[]): Cue => {
  return { id, start, end, themes, person: who };
};
const quote = (id: string, cue: string) => ({ id, person: 'an', from: cue, to: cue, wording: 'retold' }) as const;

/** Chapters of 0-24, 24-54 and 54 until the end (78 as far as one knows); a theme of three stretches: 10-18, 42-48 and 70-78. */
export const data = bareEdition({
  people: [person('an', 'client'), person('bo', 'manager')],
  themes: [
    { id: 'rust', slugs: {} },
    { id: 'nergens', slugs: {} },
  ],
  chapters: [
    { id: 'een', from: 'a', to: 'b', plate },
    { id: 'twee', from: 'c', to: 'd', plate },
    { id: 'drie', from: 'e', to: 'f', plate },
  ],
  quotes: [quote('begin', 'a'), quote('stil', 'b'), quote('samen', 'd'), quote('slot', 'f')],
  cues: [
    line('a', 2, 8, 'an'),
    line('b', 10, 18, 'an', 'rust'),
    line('c', 30, 38, 'bo'),
    line('d', 42, 48, 'bo', 'rust'),
    line('e', 60, 68, 'an'),
    line('f', 70, 78, 'bo', 'rust'),
  ],
});
export const timeline = createTimeline(data);

export const een: ProgrammeItem = { kind: 'chapter', id: 'een', talk: 5 };
export const rust: ProgrammeItem = { kind: 'theme', id: 'rust', talk: 8 };
export const twee: ProgrammeItem = { kind: 'chapter', id: 'twee', talk: 10 };
export const drie: ProgrammeItem = { kind: 'chapter', id: 'drie', talk: 0 };
/** Known, but without a moment: nothing to show. */
export const nergens: ProgrammeItem = { kind: 'theme', id: 'nergens', talk: 8 };

const QUESTIONS: Readonly<Record<string, number>> = { een: 2, rust: 0, twee: 3, drie: 1 };
export const questionsOf = ({ id }: ProgrammeItem): number => QUESTIONS[id] ?? 0;

export const planFor = (programme: Programme): Plan =>
  planOf(agendaOf(programme, data, timeline), ({ item }) => questionsOf(item));

/** A time of day. */
export const MORNING = Date.UTC(2026, 4, 12, 9);
/** That many seconds later. */
export const after = (seconds: number): number => MORNING + seconds * 1000;

export interface Workshop {
  readonly plan: Plan;
  readonly session: Session;
}

export function workshop(items: readonly ProgrammeItem[] = [een, rust, twee, drie], wished?: number): Workshop {
  const programme = { items, ...(wished !== undefined && { wished }) };
  const session = begin({
    id: 'workshop-1',
    programme,
    language: 'nl',
    subtitles: ['nl', 'en'],
    size: 'large',
    now: MORNING,
  });
  return { plan: planFor(programme), session };
}

/** Presses "next" so often, each at the same time of day. */
export function steps({ session, plan }: Workshop, count: number, now = MORNING): Session {
  return Array.from({ length: count }).reduce<Session>((each) => next(each, plan, now), session);
}

/** What the room reports of the film that it plays. */
export const room = (session: Session, plan: Plan, time: number): Session =>
  filmAt(session, plan, session.film.take, time);
