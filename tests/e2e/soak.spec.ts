/**
 * Watching for a long time: what the page holds must not grow. With `npm test` in a short form; `npm run soak -- --minutes 60` watches for
 * an hour.
 */
import { expect, test } from '../support/test';
import { PageMeter, type Reading } from '../support/page-meter';
import { seeded } from '../support/seeded';
import { RestlessViewer } from '../support/restless-viewer';

const minutes = Number(process.env['SOAK_MINUTES'] ?? 0);
/** `warmUp` is in rounds, and in minutes where there are minutes; until then the engine gets to know the page's code. */
const SHORT = { seeks: 1, seconds: 0.3, warmUp: 1, rounds: 5, compared: 2, spare: 1 };
const LONG = { seeks: 8, seconds: 6, warmUp: 5, rounds: Infinity, compared: 5, spare: 0 };
const { seeks, seconds, warmUp, rounds, compared, spare } = minutes > 0 ? LONG : SHORT;
/** Part that the heap may have grown, and in a run of seconds `spare` MB: the engine is then still getting to know the code. */
const MORE = 0.1;
/**
 * How often a count may be higher than ever before: what somebody meets for the first time makes a template or two that stay, a leak is
 * higher after every round.
 */
const ONCE = 2;
const COUNTS = ['documents', 'nodes', 'listeners', 'callbacks', 'cues', 'tracks'] as const;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const heights = (values: readonly number[]): number =>
  values.filter((value, at) => at > 0 && value > Math.max(...values.slice(0, at))).length;
const row = (values: readonly (string | number)[]) => values.map((value) => String(value).padStart(9)).join(' ');

test('watching on and on, with every kind of press, holds on to nothing', async ({ site, page }) => {
  test.setTimeout((minutes + 5) * 60_000);
  const meter = await PageMeter.on(page);
  const viewer = new RestlessViewer(site, seeded(1).next);
  const readings: Reading[] = [];
  await viewer.begin();
  const began = performance.now();
  const passed = () => (performance.now() - began) / 60_000;
  console.log(row(['minute', 'heap MB', ...COUNTS]));
  for (let round = 0; round < rounds && (minutes === 0 || passed() < minutes); round += 1) {
    await viewer.round(seeks, seconds);
    const reading = await meter.read();
    if (minutes > 0 ? passed() > warmUp : round >= warmUp) readings.push(reading);
    console.log(row([passed().toFixed(2), reading.heap.toFixed(2), ...COUNTS.map((name) => reading[name])]));
  }
  const values = (name: keyof Reading, of: readonly Reading[]) => of.map((each) => each[name]);
  const [early, late] = [readings.slice(0, compared), readings.slice(-compared)];
  expect(readings.length).toBeGreaterThanOrEqual(2 * compared);
  expect
    .soft(median(values('heap', late)), 'MB')
    .toBeLessThanOrEqual(median(values('heap', early)) * (1 + MORE) + spare);
  for (const name of COUNTS)
    expect.soft(heights(values(name, readings)), `${name}, how often more than ever before`).toBeLessThanOrEqual(ONCE);
});
