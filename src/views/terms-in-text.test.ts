import { expect, test } from 'vitest';
import type { Inline } from '../timeline/edition-data';
import { createTermFinder } from '../timeline/terms';
import { termsInText } from './terms-in-text';

const find = createTermFinder(
  { wet: { term: 'wet', gloss: 'Een regel.' }, loon: { term: 'loon', gloss: 'Geld.' } },
  'nl',
);
const plain = (text: string): Inline => ({ kind: 'text', text });

test('each term once in the whole text, in its order, and never in a link or in another language', () => {
  const parts = [plain('wet')];
  const inside = { emphasis: plain('de wet'), strong: plain('het loon') };
  const last = plain('wet en loon');
  const text: Inline[][] = [
    [
      { kind: 'link', href: 'https://example.org', parts },
      { kind: 'cue', cue: 'a-1', parts },
      { kind: 'foreign', language: 'en', parts },
      { kind: 'emphasis', parts: [{ kind: 'link', href: 'https://example.org', parts }, inside.emphasis] },
    ],
    [{ kind: 'strong', parts: [inside.strong] }, last],
  ];
  const found = [...termsInText(text, find)].map(([part, pieces]) => [part, pieces.map(({ term }) => term?.id)]);
  expect(found).toEqual([
    [inside.emphasis, [undefined, 'wet']],
    [inside.strong, [undefined, 'loon']],
    [last, [undefined]],
  ]);
});
