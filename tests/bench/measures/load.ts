/** How a page comes in on a phone, left alone. */
import type { Browser } from 'playwright';
import { visit } from '../browser';
import { watchLoad, type Loaded } from '../page/watch-load';
import type { Found, Subject } from './subject';

const KIB = 1024;
/** Long tasks that come late are waited for, in milliseconds. */
const REST = 1500;

export async function measureLoad(browser: Browser, { address }: Subject): Promise<Found> {
  const { page, traffic, close } = await visit(browser, 'phone', (empty) => empty.addInitScript(watchLoad));
  await page.goto(address, { waitUntil: 'load' });
  await traffic.quiet();
  await page.waitForTimeout(REST);
  const { paint, firstPaint, blocked, shift } = await page.evaluate(() =>
    (window as unknown as { loaded: () => Loaded }).loaded(),
  );
  const bytes = traffic.bytes();
  await close();
  return {
    bytesPhone: [bytes.page / KIB],
    firstPaint: [firstPaint],
    paint: [paint],
    blocked: [blocked],
    shift: [shift],
  };
}
