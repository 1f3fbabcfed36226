/** Named `.svelte` because it reads the clock in an effect. */
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { secondOfDay } from './day-clock.svelte';

const MORNING = Date.UTC(2026, 4, 12, 9);
/** A second is not waited for. */
beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: MORNING }));
afterEach(() => vi.useRealTimers());

/** Seconds of the morning at which it was read, by one reader or more. */
function read(): { seconds: number[]; stop: () => void } {
  const seconds: number[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seconds.push((secondOfDay() - MORNING) / 1000);
    });
  });
  flushSync();
  return { seconds, stop };
}
function pass(seconds: number): void {
  for (let each = 0; each < seconds; each += 1) {
    vi.advanceTimersByTime(1000);
    flushSync();
  }
}

test('who reads it is called again every second, with one timer for all who read', async () => {
  const [first, second] = [read(), read()];
  pass(2);
  expect([first.seconds, second.seconds, vi.getTimerCount()]).toEqual([[0, 1, 2], [0, 1, 2], 1]);
  first.stop();
  await Promise.resolve();
  pass(1);
  expect([first.seconds.length, second.seconds]).toEqual([3, [0, 1, 2, 3]]);
  second.stop();
  await Promise.resolve();
  expect(vi.getTimerCount()).toBe(0);
});

test('a window that slept has the right time at once when it is looked at again', async () => {
  const { seconds, stop } = read();
  vi.setSystemTime(MORNING + 60_000);
  document.dispatchEvent(new Event('visibilitychange'));
  flushSync();
  expect(seconds).toEqual([0, 60]);
  stop();
  await Promise.resolve();
  vi.setSystemTime(MORNING + 90_000);
  document.dispatchEvent(new Event('visibilitychange'));
  flushSync();
  expect(seconds).toEqual([0, 60]);
});

test('it can be asked without anybody to call', () => {
  expect(secondOfDay()).toBe(MORNING);
  expect(vi.getTimerCount()).toBe(0);
});
