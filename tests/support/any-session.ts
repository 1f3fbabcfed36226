/** Any workshop that can be, for property tests. */
import fc from 'fast-check';
import {
  itemKey,
  MOST_ITEMS,
  MOST_TALK,
  MOST_WISHED,
  type Programme,
  type ProgrammeItem,
} from '../../src/programme/programme';
import type { PastWorkshop } from '../../src/programme/past-workshop';
import type { Scene } from '../../src/programme/scenes';
import { MOST_SECONDS, ROOM_SIZES, type Cover, type ItemRecord, type Session } from '../../src/programme/session';

export const anyId = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 4 })
  .map((words) => words.join('-'))
  .filter((id) => id !== 'constructor');
const anyTag = fc.constantFrom('nl', 'en', 'pt-BR', 'zh-Hant');
const anySeconds = fc.double({ min: 0, max: MOST_SECONDS, noNaN: true }).map((seconds) => seconds + 0);
const anyMoment = fc.nat(4_102_444_800_000);
export const anySessionId = fc.stringMatching(/^[a-z0-9-]{8,40}$/).filter((id) => id !== 'constructor');

const anyItem: fc.Arbitrary<ProgrammeItem> = fc.record({
  kind: fc.constantFrom('chapter', 'theme'),
  id: anyId,
  talk: fc.nat(MOST_TALK),
});
/** What may be left out is not there; it is never `undefined`. */
const optional = <T extends object>(required: { [K in keyof T]: fc.Arbitrary<T[K]> }, names: (keyof T)[]) =>
  fc.record(required, { requiredKeys: (Object.keys(required) as (keyof T)[]).filter((name) => !names.includes(name)) });

export const anyProgramme: fc.Arbitrary<Programme> = optional<Required<Programme>>(
  {
    items: fc.uniqueArray(anyItem, { selector: itemKey, maxLength: MOST_ITEMS }),
    wished: fc.integer({ min: 1, max: MOST_WISHED }),
  },
  ['wished'],
);

const anyRecord: fc.Arbitrary<ItemRecord> = fc.record({
  key: anyItem.map(itemKey),
  at: anyMoment,
  place: anySeconds,
  seen: anySeconds,
  ended: fc.boolean(),
  talk: anySeconds,
});

const sceneOf = (items: number): fc.Arbitrary<Scene> => {
  const item = fc.nat(Math.max(0, items - 1));
  const always = fc.constantFrom<Scene>({ kind: 'welcome' }, { kind: 'end' });
  if (items === 0) return always;
  return fc.oneof(
    always,
    fc.record({ kind: fc.constantFrom('card' as const, 'film' as const), item }),
    fc.record({ kind: fc.constant('question' as const), item, question: fc.nat(49) }),
  );
};

export const anySession: fc.Arbitrary<Session> = anyProgramme.chain((programme) =>
  optional<Required<Session>>(
    {
      id: anySessionId,
      programme: fc.constant(programme),
      begun: anyMoment,
      at: anyMoment,
      scene: sceneOf(programme.items.length),
      cover: fc.oneof(
        fc.constant<Cover>({ kind: 'black' }),
        anyId.map((quote): Cover => ({ kind: 'quote', quote })),
      ),
      film: fc.record({ take: fc.nat(1_000_000), time: anySeconds, playing: fc.boolean() }),
      language: anyTag,
      subtitles: fc.array(anyTag, { maxLength: 2 }),
      size: fc.constantFrom(...ROOM_SIZES),
      talkingSince: anyMoment,
      records: fc.uniqueArray(anyRecord, { selector: ({ key }) => key, maxLength: MOST_ITEMS }),
      over: fc.constant(true as const),
    },
    ['cover', 'talkingSince', 'over'],
  ),
);

export const anyPast: fc.Arbitrary<PastWorkshop> = optional<Required<PastWorkshop>>(
  {
    id: anySessionId,
    begun: anyMoment,
    ended: anyMoment,
    programme: fc.stringMatching(/^[a-zé]{1,60}$/),
    items: fc.array(
      fc.record({
        key: anyItem.map(itemKey),
        at: anyMoment,
        seen: anySeconds,
        talk: anySeconds,
        planned: fc.nat(MOST_TALK),
      }),
      { maxLength: MOST_ITEMS },
    ),
  },
  ['programme'],
);
