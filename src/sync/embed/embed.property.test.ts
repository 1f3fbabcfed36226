/** What pages of strangers say to an embedded film, and what they write in its address. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { anyId } from '../../../tests/support/any-session';
import { anythingBut, expectPlain, holds, hostileText, safely, textOf } from '../../../tests/support/hostile';
import { frameAddress, PARAMETERS } from './client/frame-address';
import { decodeEmbedChoice, encodeEmbedChoice, SCHEMES, type EmbedChoice, type Known } from './embed-link';
import { MOST_BYTES, readListener, readMessage, writeMessage } from './embed-message';
import { decodeAsked, OFFERED } from './embed-protocol';
import { ANSWERS, EVENTS } from './embed-values';
import type { EmbeddedState } from './embedded-film';

const known: Known = { chapters: ['een', 'theme'], themes: ['rust', 'een'], languages: ['nl', 'en', 'pt-BR'] };
const STATE: EmbeddedState = {
  paused: true,
  ended: false,
  error: undefined,
  chapter: undefined,
  quote: undefined,
  themes: [],
  theme: undefined,
  muted: false,
  volume: 50,
  duration: 10,
  time: 1,
  loop: false,
  language: 'nl',
  subtitles: ['nl'],
};

const asked = fc.record(
  {
    context: fc.constant('player.js'),
    version: fc.constant('0.0.11'),
    method: fc.constantFrom(...OFFERED.methods, 'seekTo'),
    value: fc.oneof(fc.constantFrom('een', 'nl', 50, 1e6, true, ['nl', 'en'], ...OFFERED.events), fc.anything()),
    listener: fc.string(),
  },
  { requiredKeys: ['context', 'method'] },
);

describe('a message to the film', () => {
  test('asks something that the film can do, or nothing', () =>
    holds(
      fc.property(fc.oneof(anythingBut(asked).map(asText), anythingBut(asked), hostileText), (data) => {
        const found = safely(() => decodeAsked(data));
        if (!found) return;
        expect(typeof data).toBe('string');
        if (found.kind === 'get') expect(OFFERED.methods).toContain(found.method);
        else if (found.kind !== 'do') expect(OFFERED.events).toContain(found.event);
        else expectPlain(found.command, data);
        // An answer goes back as it would be heard.
        if (found.kind === 'get' && found.method in ANSWERS)
          expect(ANSWERS[found.method as keyof typeof ANSWERS](found.read(STATE))).not.toBeUndefined();
      }),
      200,
    ));

  test('is read by its size first', () =>
    holds(
      fc.property(hostileText, (text) => {
        const message = writeMessage({ method: 'play', value: text });
        const fits = new TextEncoder().encode(message).length <= MOST_BYTES;
        expect(safely(() => readMessage(message)) !== undefined).toBe(fits);
        expect(safely(() => readListener(text))).toBe(text.length <= 200 ? text : undefined);
      }),
    ));
});

describe.each([...Object.entries(EVENTS), ...Object.entries(ANSWERS)])('%s', (_, decode) => {
  const values = fc.oneof(
    fc.constantFrom(
      null,
      0,
      50,
      true,
      'nl',
      ['nl'],
      { id: 'a', title: 'b', index: 0 },
      { id: 'a', text: 'b', person: 'c' },
    ),
    fc.constantFrom<unknown>(
      { src: 'a', events: [], methods: ['b'] },
      { seconds: 1, duration: 2 },
      { code: 1, msg: 'x' },
    ),
    fc.constantFrom<unknown>({ themes: ['a'] }, { person: 'a', paragraph: 'b' }, { language: 'nl' }),
  );
  test('from any film is a value of the table or none', () =>
    holds(
      fc.property(spokenAs(values), (given) => {
        const found: unknown = safely(() => decode(given));
        if (found === undefined) return;
        expectPlain(found, given);
        expect(decode(found)).toEqual(found);
      }),
      20,
    ));
});

/** What has been a message: only JSON gets that far. */
function spokenAs(good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return anythingBut(good).map((value): unknown => JSON.parse(asText(value)));
}

function asText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return 'null';
  }
}

const choices: fc.Arbitrary<EmbedChoice> = fc
  .record(
    {
      chapter: fc.constantFrom(...known.chapters),
      theme: fc.constantFrom(...known.themes),
      start: fc.integer({ min: 1, max: 1e9 }).map((milliseconds) => milliseconds / 1000),
      overlays: fc.boolean(),
      transcript: fc.boolean(),
      subtitles: fc.shuffledSubarray([...known.languages], { maxLength: 2 }),
      scheme: fc.constantFrom(...SCHEMES),
      portraits: fc.constantFrom('inside' as const, 'tab' as const),
    },
    { requiredKeys: ['overlays', 'transcript', 'portraits'] },
  )
  .map(({ chapter, theme, ...rest }) => ({
    ...rest,
    ...(chapter !== undefined ? { chapter } : theme !== undefined ? { theme } : {}),
  }));

const queries = fc.oneof(
  textOf(
    '?',
    '&',
    '=',
    'chapter',
    'een',
    'theme',
    'rust',
    'start',
    '72.5',
    '1:12',
    'overlays',
    'on',
    'off',
    'subtitles',
    'nl,en',
    '%00',
    '+',
  ),
  hostileText,
);

test('a choice is read from its address as it was made', () =>
  holds(
    fc.property(choices, (choice) => {
      expect(decodeEmbedChoice(encodeEmbedChoice(choice), known)).toEqual(choice);
    }),
  ));

test('from any address comes a choice that the film has', () =>
  holds(
    fc.property(queries, (query) => {
      const choice = safely(() => decodeEmbedChoice(query, known));
      expectPlain(choice, undefined);
      expect([...known.chapters, undefined]).toContain(choice.chapter);
      expect([...known.themes, undefined]).toContain(choice.theme);
      expect(choice.start ?? 0).toBeLessThan(1e9 + 1);
      const again = decodeEmbedChoice(encodeEmbedChoice(choice), known);
      // A start at the very beginning says nothing, and is not written.
      expect(choice.start === 0 ? { ...again, start: 0 } : again).toEqual(choice);
    }),
    133,
  ));

test('whatever stands in the attributes of an element, its frame is an embed page of the same site', () =>
  holds(
    fc.property(
      fc.dictionary(fc.constantFrom('language', ...PARAMETERS), fc.oneof(hostileText, anyId, queries)),
      (given) => {
        const address = new URL(
          safely(() =>
            frameAddress('https://film.example/film/embed/dichterbij-film.js', (name) => given[name] ?? null),
          ),
        );
        expect(address.origin + address.pathname).toMatch(/^https:\/\/film\.example\/film\/embed\/[A-Za-z-]+\/$/);
        for (const name of address.searchParams.keys()) expect(PARAMETERS).toContain(name);
        expect(address.hash).toBe('');
      },
    ),
  ));
