/** What a page has fetched when somebody is about to play, how long a press takes to a frame, and what has come by the first line. */
import type { Browser } from 'playwright';
import { visit } from '../browser';
import { watchedPress, watchPress } from '../page/watch-press';
import { aboutToPlay, press, type Found, type Subject } from './subject';

const KIB = 1024;

export async function measurePlay(browser: Browser, { address, player }: Subject): Promise<Found> {
  const { page, traffic, close } = await visit(browser, 'desktop');
  await page.goto(address, { waitUntil: 'load' });
  await traffic.quiet();
  const before = traffic.bytes();
  await aboutToPlay(page, player);
  await page.evaluate(watchPress, { from: 0, to: 1 });
  await press(page);
  const watched = (await (await page.waitForFunction(watchedPress)).jsonValue())!;
  await page.mouse.move(2, 2);
  await page.waitForFunction(
    (line) => [...document.querySelectorAll(line)].some(({ textContent }) => textContent.trim() !== ''),
    player.line,
  );
  await traffic.quiet();
  const after = traffic.bytes();
  await close();
  return {
    bytes: [before.page / KIB],
    bytesScript: [before.script / KIB],
    bytesStyle: [before.style / KIB],
    bytesDocument: [before.document / KIB],
    bytesText: [before.text / KIB],
    pictures: [before.pictures / KIB],
    bytesPlayed: [after.page / KIB],
    press: [watched.frameAt - watched.pressedAt],
    pressMoves: watched.movesAt === undefined ? [] : [watched.movesAt - watched.pressedAt],
  };
}
