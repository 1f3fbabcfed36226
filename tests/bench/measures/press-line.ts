/** From a press on a line of the transcript to the frame that it leads to. */
import type { Browser } from 'playwright';
import { visit } from '../browser';
import { watchedPress, watchPress } from '../page/watch-press';
import { press, startFilm, type Found, type Subject } from './subject';

/** Lines to press, one after the other, by their place in the film: near enough to each other to be in reach, far enough to be a seek. */
const PRESSED = [8, 3, 12, 6, 10, 4];
/** The film stands still and the list has come to rest, in milliseconds. */
const MOMENT = 1200;

export async function measurePressLine(browser: Browser, { address, player, content }: Subject): Promise<Found> {
  const { transcriptLine } = player;
  if (transcriptLine === undefined) return {};
  const { page, traffic, close } = await visit(browser, 'desktop');
  await page.goto(address, { waitUntil: 'load' });
  await traffic.quiet();
  await startFilm(page, player);
  const found: number[] = [];
  for (const index of PRESSED) {
    const { id, start } = content.lines[index]!;
    await page.evaluate(() => document.querySelector('video')!.pause());
    const target = page.locator(transcriptLine.replace('%', id));
    await target.scrollIntoViewIfNeeded();
    await target.hover();
    await page.waitForTimeout(MOMENT);
    // The list may have moved under the mouse meanwhile.
    await target.hover();
    await page.evaluate(watchPress, { from: start - 0.05, to: start + 0.5 });
    await press(page);
    const watched = (await (await page.waitForFunction(watchedPress)).jsonValue())!;
    found.push(watched.frameAt - watched.pressedAt);
  }
  await close();
  return { pressLine: found };
}
