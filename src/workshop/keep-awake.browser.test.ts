/** The browser gives real locks here; only its taking them away, which it does when a page is hidden, is done by hand. */
import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Awake from '../../tests/support/Awake.svelte';

afterEach(() => vi.restoreAllMocks());

function watchLocks(): WakeLockSentinel[] {
  const locks: WakeLockSentinel[] = [];
  const request = navigator.wakeLock.request.bind(navigator.wakeLock);
  vi.spyOn(navigator.wakeLock, 'request').mockImplementation(async (type) => {
    const lock = await request(type);
    locks.push(lock);
    return lock;
  });
  return locks;
}
const held = (locks: readonly WakeLockSentinel[]) => locks.filter(({ released }) => !released).length;

test('the screen stays on from when it is wanted until it is not', async () => {
  const locks = watchLocks();
  const { rerender, unmount } = await render(Awake, { on: false });
  expect(locks).toEqual([]);
  await rerender({ on: true });
  await expect.poll(() => held(locks)).toBe(1);
  await rerender({ on: false });
  await expect.poll(() => held(locks)).toBe(0);
  await rerender({ on: true });
  await expect.poll(() => held(locks)).toBe(1);
  await unmount();
  await expect.poll(() => held(locks)).toBe(0);
});

test('it is asked for again when the page comes back, and not twice', async () => {
  const locks = watchLocks();
  await render(Awake, { on: true });
  await expect.poll(() => held(locks)).toBe(1);
  document.dispatchEvent(new Event('visibilitychange'));
  await locks[0]!.release();
  expect(locks.length).toBe(1);
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(() => held(locks)).toBe(1);
  expect(locks.length).toBe(2);
});

test('a lock that comes too late is given back', async () => {
  const locks = watchLocks();
  const { unmount } = await render(Awake, { on: true });
  await unmount();
  await expect.poll(() => locks.length).toBe(1);
  await expect.poll(() => held(locks)).toBe(0);
});

test('a browser that refuses, or has no such thing, is left alone', async () => {
  const refused = vi.spyOn(navigator.wakeLock, 'request').mockRejectedValue(new DOMException('', 'NotAllowedError'));
  await render(Awake, { on: true });
  await expect.poll(() => refused.mock.calls.length).toBe(1);
});
