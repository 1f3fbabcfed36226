import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { CLAIM_PROOFS } from '../../../tests/support/claim-proofs';
import { adviseOn } from '../../edition/plain-language/advice';
import { plainLanguageOf } from '../../edition/plain-language/languages';
import { CLAIMS, PARTS } from './claims';
import type { ClaimWords } from './claim-words';

const words = import.meta.glob<ClaimWords>('./claims/*.json', { import: 'default', eager: true });
const sources = import.meta.glob<string>(['../../../tests/**/*.spec.ts', '../../**/*.test.ts', '!./claims.test.ts'], {
  import: 'default',
  query: '?raw',
  eager: true,
});

/** A test that runs, with its title as it is written; one that is skipped is none. */
const TEST = /(?<![.\w])test\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/gs;
const titles = Object.values(sources).flatMap((source) =>
  [...source.matchAll(TEST)].map(([, , title]) => title!.replace(/\$\{[^}]*\}/g, '…').replace(/\\(.)/g, '$1')),
);

/** What runs in the tests: axe has rules that are off until somebody asks for them, and tells so nowhere else. */
const { _audit: audit } = axe as unknown as { _audit: { rules: { id: string; enabled: boolean; tags: string[] }[] } };
const rules = new Map(axe.getRules().map(({ ruleId, tags }) => [ruleId, tags]));

/** Of WCAG 2.2, how many criteria of level A and AA each guideline has, and the numbers that are left out as they are AAA or gone. */
const GUIDELINES: Readonly<Record<string, readonly number[]>> = {
  '1.1': [1],
  '1.2': [1, 2, 3, 4, 5],
  '1.3': [1, 2, 3, 4, 5],
  '1.4': [1, 2, 3, 4, 5, 10, 11, 12, 13],
  '2.1': [1, 2, 4],
  '2.2': [1, 2],
  '2.3': [1],
  '2.4': [1, 2, 3, 4, 5, 6, 7, 11],
  '2.5': [1, 2, 3, 4, 7, 8],
  '3.1': [1, 2],
  '3.2': [1, 2, 3, 4, 6],
  '3.3': [1, 2, 3, 4, 7, 8],
  '4.1': [2, 3],
};
const wcag = Object.entries(GUIDELINES).flatMap(([guideline, last]) => last.map((one) => `${guideline}.${one}`));
const en = ['7.1.1', '7.1.2', '7.1.3', '7.1.4', '7.1.5', '7.2.1', '7.2.2', '7.2.3', '7.3'];

test('every criterion is there, in the order of the norm, none twice', () => {
  expect(wcag).toHaveLength(55);
  expect(CLAIMS.map(({ number }) => number)).toEqual([...wcag, ...en]);
  expect(CLAIMS.every(({ number }) => PARTS.some((part) => number.startsWith(`${part}.`)))).toBe(true);
});

test('nothing is proved that nobody claims', () => {
  const numbers = CLAIMS.map(({ number }) => number);
  expect(Object.keys(CLAIM_PROOFS).filter((number) => !numbers.includes(number))).toEqual([]);
});

describe.each(CLAIMS)('$number', ({ number, verdict, grounds }) => {
  const { tests = [], axe: ids = [] } = CLAIM_PROOFS[number] ?? {};

  test('claims no more than its grounds carry', () => {
    expect(grounds.length).toBeGreaterThan(0);
    expect(new Set(grounds).size).toBe(grounds.length);
    expect(grounds.includes('test'), 'a test of our own').toBe(tests.length > 0);
    expect(grounds.includes('axe'), 'rules of axe').toBe(ids.length > 0);
    if (verdict === 'meets') expect(grounds, 'to meet').toContain('test');
    if (grounds.includes('notTried')) expect(['partly', 'asFarAsWeKnow']).toContain(verdict);
    if (verdict === 'nothing') expect(grounds).toEqual(['looked']);
  });

  test('its tests are there', () => {
    expect(tests.filter((start) => !titles.some((title) => title.startsWith(start)))).toEqual([]);
  });

  test('its rules of axe are about it, and run', () => {
    const about = `wcag${number.replaceAll('.', '')}`;
    expect(ids.filter((id) => !rules.get(id)?.includes(about))).toEqual([]);
    expect(ids.filter((id) => !audit.rules.find((rule) => rule.id === id)?.enabled)).toEqual([]);
  });

  test('has its words in every language, with a note where it is not plainly so', () => {
    for (const [file, { points }] of Object.entries(words)) {
      expect(points[number]?.name, file).toMatch(/\S/);
      if (verdict === 'partly' || verdict === 'nothing') expect(points[number]?.note, file).toMatch(/\S/);
    }
  });
});

describe.each(Object.entries(words))('%s', (file, { points, title, intro, open, how, verdicts, grounds }) => {
  test('has words for these claims and no others', () => {
    expect(Object.keys(points).sort()).toEqual(CLAIMS.map(({ number }) => number).sort());
  });

  test('is plain language; the names are those of the norm', () => {
    const plain = plainLanguageOf(/(\w+)\.json$/.exec(file)![1]!)!;
    const notes = Object.values(points).flatMap(({ note }) => (note === undefined ? [] : [note]));
    const texts = [title, intro, open, how, ...Object.values(verdicts), ...Object.values(grounds), ...notes];
    const advice = adviseOn(
      texts.map((text) => [{ line: 1, text }]),
      plain,
      new Set(['toegankelijkheid', 'accessibility']),
    );
    expect(advice).toEqual([]);
  });
});
