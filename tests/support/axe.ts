/** Axe in the page itself: its builder for Playwright opens a window more for every look, which takes longer than the look. */
import type { Page } from '@playwright/test';
import axe, { type ElementContext, type RunOptions } from 'axe-core';

// The fourth line of a chapter is made as the first three are; eighty of them take axe half a minute.
const EXCEPT = '[data-part=line]:nth-child(n+4)';
/** What passes is counted, not listed: nobody reads it. */
const OPTIONS: RunOptions = { resultTypes: ['violations'], iframes: false };

/**
 * Every rule of axe, best practices too, and no impact is small enough to pass. A state of one part is looked at in that part.
 * @param frames `apart` says that the pages in the frames have tests of their own
 */
export async function violations(page: Page, part?: string, frames?: 'apart'): Promise<string[]> {
  // Run from here, axe doesn't look inside frames.
  if (frames !== 'apart' && page.frames().length > 1)
    throw new Error('The page has frames, and axe would pass over what is in them.');
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async ([context, options]) => (await window.axe.run(context, options)).violations, [
    { exclude: [EXCEPT], ...(part !== undefined && { include: [part] }) } satisfies ElementContext,
    OPTIONS,
  ] as const);
  return found.map(
    ({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
