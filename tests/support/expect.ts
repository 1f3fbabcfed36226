/** Playwright's `expect`, that asks again at once where it waits up to a second: most waits are for the film, and their sum was minutes. */
import { expect as playwright } from '@playwright/test';

const INTERVALS = [20, 40];

const poll: typeof playwright.poll = (actual, options) =>
  playwright.poll(actual, { intervals: INTERVALS, ...(typeof options === 'string' ? { message: options } : options) });

export const expect: typeof playwright = new Proxy(playwright, {
  get: (target, name, receiver): unknown => (name === 'poll' ? poll : Reflect.get(target, name, receiver)),
});
