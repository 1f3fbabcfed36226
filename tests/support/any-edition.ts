/** Any edition that passes the checks, as far as times and lines go, for property tests. */
import fc from 'fast-check';
import type { Cue, DescriptionCue, EditionData } from '../../src/timeline/edition-data';
import { bareEdition } from './bare-edition';

const plate = { circle: [0, 0, 1], arch: [0, 0, 1, 1], ground: 0 } satisfies EditionData['people'][number]['plate'];
const SIDES = ['client', 'manager'] as const;
const PEOPLE = ['an', 'bo', 'cas'].map((id, nth) => ({
  id,
  name: id,
  perspective: SIDES[nth % 2]!,
  anonymised: false,
  plate,
}));
const THEMES = ['rust', 'samen', 'nergens'];
const names = PEOPLE.map(({ id }) => id);

/** One line, and what begins or ends with it. Times are milliseconds. */
const anyLine = fc.record({
  pause: fc.oneof(fc.constantFrom(0, 80, 1000, 1001), fc.nat(6000)),
  length: fc.integer({ min: 1, max: 7000 }),
  person: fc.option(fc.constantFrom(...names), { nil: undefined }),
  paragraph: fc.option(fc.record({ person: fc.constantFrom(...names), paragraph: fc.constantFrom('een', 'twee') }), {
    nil: undefined,
  }),
  themes: fc.shuffledSubarray(THEMES.slice(0, 2)),
  chapterBegins: fc.boolean(),
  quote: fc.constantFrom('none', 'none', 'begins', 'goes on'),
  note: fc.constantFrom('none', 'none', 'begins', 'goes on'),
  described: fc.boolean(),
});
type Line = typeof anyLine extends fc.Arbitrary<infer L> ? L : never;

const seconds = (milliseconds: number) => milliseconds / 1000;
const idOf = (nth: number) => `l-${nth}`;

export const anyEdition: fc.Arbitrary<EditionData> = fc.array(anyLine, { minLength: 1, maxLength: 30 }).map(editionOf);

function editionOf(lines: readonly Line[]): EditionData {
  const cues: Cue[] = [];
  const descriptions: DescriptionCue[] = [];
  let clock = 0;
  for (const [nth, { pause, length, person, paragraph, themes, described }] of lines.entries()) {
    const start = clock + pause;
    if (described && pause > 1) descriptions.push({ id: `d-${nth}`, start: seconds(clock), end: seconds(start - 1) });
    clock = start + length;
    cues.push({
      id: idOf(nth),
      start: seconds(start),
      end: seconds(clock),
      themes,
      ...(person !== undefined && { person }),
      ...(paragraph && { paragraph }),
    });
  }
  const ranges = (kind: 'quote' | 'note') => {
    const found: { id: string; from: string; to: string }[] = [];
    lines.forEach((line, nth) => {
      if (line[kind] === 'begins') found.push({ id: `${kind}-${nth}`, from: idOf(nth), to: idOf(nth) });
      else if (line[kind] === 'goes on' && found.at(-1)?.to === idOf(nth - 1)) found.at(-1)!.to = idOf(nth);
    });
    // Their maker lists them in any order.
    return found.reverse();
  };
  const begins = lines.flatMap(({ chapterBegins }, nth) => (chapterBegins ? [nth] : []));
  const chapters = begins.map((first, nth) => ({
    id: `c-${nth}`,
    from: idOf(first),
    to: idOf((begins[nth + 1] ?? lines.length) - 1),
  }));
  return bareEdition({
    people: PEOPLE,
    themes: THEMES.map((id) => ({ id, slugs: {} })),
    cues,
    descriptions,
    chapters,
    quotes: ranges('quote').map((range) => ({ ...range, person: 'an', wording: 'retold' })),
    notes: ranges('note'),
  });
}
