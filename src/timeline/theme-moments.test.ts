import { expect, test } from 'vitest';
import type { Cue, EditionData } from './edition-data';
import { themeMoments } from './theme-moments';
import { createTimeline } from './timeline';
import { bareEdition } from '../../tests/support/bare-edition';

const plate = { circle: [0, 0, 1], arch: [0, 0, 1, 1], ground: 0 } satisfies EditionData['people'][number]['plate'];
const person = (id: string, perspective: string) => ({ id, name: id, perspective, anonymised: false, plate });

const cues: readonly Cue[] = [
  { id: 'said', start: 0, end: 1, person: 'sander', themes: ['rust', 'samen'] },
  { id: 'other', start: 1, end: 2, person: 'mila', themes: ['samen'] },
  { id: 'told', start: 2, end: 3, themes: ['rust'] },
  { id: 'told-of-mila', start: 3, end: 4, themes: ['rust'], paragraph: { person: 'mila', paragraph: 'begin' } },
  {
    id: 'said-of-other',
    start: 4,
    end: 5,
    person: 'sander',
    themes: ['rust'],
    paragraph: { person: 'mila', paragraph: 'begin' },
  },
  { id: 'nobody', start: 5, end: 6, person: 'gone', themes: ['rust'] },
];
const data = bareEdition({
  perspectives: ['client', 'begeleider'],
  people: [person('sander', 'client'), person('mila', 'begeleider')],
  cues,
});
const timeline = createTimeline(data);
const of = (theme: string) =>
  themeMoments(data, timeline, theme).map(({ cue, person, perspective }) => [cue.id, person, perspective]);

test('a line counts for who says it, the narrator for whom the line leads to, and otherwise not at all', () =>
  expect(of('rust')).toEqual([
    ['said', 'sander', 'client'],
    ['told-of-mila', 'mila', 'begeleider'],
    ['said-of-other', 'sander', 'client'],
  ]));

test('in order of time, whatever the side', () =>
  expect(of('samen')).toEqual([
    ['said', 'sander', 'client'],
    ['other', 'mila', 'begeleider'],
  ]));

test.each(['', 'gone', '__proto__', 'constructor'])('nothing is about "%s"', (theme) => expect(of(theme)).toEqual([]));

test('the cue is the one of the film, not a copy', () =>
  expect(themeMoments(data, timeline, 'samen')[1]?.cue).toBe(timeline.cueById('other')));
