/** What a page costs while the film plays, and how much there is of it. */
import type { Browser, CDPSession } from 'playwright';
import { visit } from '../browser';
import type { ContentId } from '../contents';
import type { MetricId } from '../metrics';
import { startFilm, type Found, type Subject } from './subject';

/** What belongs to the start, in milliseconds of playing. */
const WARM_UP = 5000;

const METRICS: Readonly<Record<ContentId, Readonly<Record<'script' | 'task' | 'style' | 'elements', MetricId>>>> = {
  shipped: { script: 'script', task: 'task', style: 'style', elements: 'elements' },
  cues200: { script: 'script200', task: 'task200', style: 'style200', elements: 'elements200' },
  cues10000: { script: 'script10000', task: 'task10000', style: 'style10000', elements: 'elements10000' },
};

/** In seconds since the page began. */
async function spent(cdp: CDPSession) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)!.value;
  return {
    at: of('Timestamp'),
    script: of('ScriptDuration'),
    task: of('TaskDuration'),
    style: of('LayoutDuration') + of('RecalcStyleDuration'),
  };
}

export async function measureScript(browser: Browser, subject: Subject, seconds: number): Promise<Found> {
  const { address, player, content } = subject;
  const { page, cdp, traffic, close } = await visit(browser, 'desktop');
  await page.goto(address, { waitUntil: 'load' });
  await traffic.quiet();
  await startFilm(page, player);
  await page.waitForTimeout(WARM_UP);
  await cdp.send('Performance.enable');
  const before = await spent(cdp);
  await page.waitForTimeout(seconds * 1000);
  const after = await spent(cdp);
  const stopped = await page.evaluate(() => document.querySelector('video')!.paused);
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  await close();
  if (stopped) throw new Error(`${player.name} did not play on at ${address}.`);
  const minutes = (after.at - before.at) / 60;
  const perMinute = (name: 'script' | 'task' | 'style') => ((after[name] - before[name]) * 1000) / minutes;
  const names = METRICS[content.id];
  return {
    [names.script]: [perMinute('script')],
    [names.task]: [perMinute('task')],
    [names.style]: [perMinute('style')],
    [names.elements]: [elements],
  };
}
