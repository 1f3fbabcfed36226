/** From the start of the way to the page until a press on its own control starts the film, on a phone. */
import type { Browser } from 'playwright';
import { visit } from '../browser';
import type { ContentId } from '../contents';
import type { MetricId } from '../metrics';
import { pressWhenThere, type Pressed } from '../page/press-when-there';
import type { Found, Subject } from './subject';

const METRICS: Readonly<Record<ContentId, MetricId>> = {
  shipped: 'usable',
  cues200: 'usable200',
  cues10000: 'usable10000',
};

export async function measureUsable(browser: Browser, { address, player, content }: Subject): Promise<Found> {
  const { page, close } = await visit(browser, 'phone', (empty) => empty.addInitScript(pressWhenThere, player.play));
  await page.goto(address, { waitUntil: 'commit' });
  const usable = await page.waitForFunction(() => (window as unknown as { pressed: Pressed }).pressed.usable);
  const found = (await usable.jsonValue())!;
  await close();
  return { [METRICS[content.id]]: [found] };
}
