/** What is measured: one player with the film and one of its texts. */
import type { Page } from 'playwright';
import type { Content } from '../contents';
import type { MetricId } from '../metrics';
import { NATIVE, type Player } from '../players';

export interface Subject {
  readonly player: Player;
  readonly content: Content;
  readonly address: string;
}

/** What one measure has found; several values are all of them samples of the same. */
export type Found = Partial<Record<MetricId, readonly number[]>>;

/** Where the browser's own play button lies, from the lower left corner of the film. */
const NATIVE_BUTTON = { right: 34, up: 62 };

/** The middle of the play control, in the window. */
async function playPlace(page: Page, { play }: Player): Promise<{ x: number; y: number }> {
  const isNative = play === NATIVE;
  const control = page
    .locator(isNative ? 'video' : play)
    .filter({ visible: true })
    .first();
  await control.scrollIntoViewIfNeeded();
  const box = (await control.boundingBox())!;
  return isNative
    ? { x: box.x + NATIVE_BUTTON.right, y: box.y + box.height - NATIVE_BUTTON.up }
    : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** For as long as a person needs to be about to press. */
const MOMENT = 2000;

/** The mouse is on the control, and the page has come to rest. */
export async function aboutToPlay(page: Page, player: Player): Promise<void> {
  const { x, y } = await playPlace(page, player);
  await page.mouse.move(x, y, { steps: 5 });
  await page.waitForTimeout(MOMENT);
  // What shows itself to a mouse may have moved the control, as a larger button that goes and a smaller that comes.
  const { x: left, y: top } = await playPlace(page, player);
  if (Math.hypot(left - x, top - y) < 1) return;
  await page.mouse.move(left, top);
  await page.waitForTimeout(MOMENT);
}

/** Where the mouse is: down and up at once. */
export async function press(page: Page): Promise<void> {
  await Promise.all([page.mouse.down(), page.mouse.up()]);
}

const isPlaying = (page: Page) =>
  page.waitForFunction(() => {
    const video = document.querySelector('video');
    return video !== null && !video.paused && video.currentTime > 0.2;
  });

/** The film plays, as by a person, and the mouse is out of the way. */
export async function startFilm(page: Page, player: Player): Promise<void> {
  await aboutToPlay(page, player);
  await press(page);
  await isPlaying(page);
  await page.mouse.move(2, 2);
}
