/** The browser, and a new page for each thing that is measured: nothing of the one before is left in it. */
import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { findBrowser } from '../../src/tools/find-browser.mjs';
import { Traffic } from './traffic';

/** A phone of the cheaper kind on a line of the thinner kind. */
const PHONE = { width: 360, height: 740, scale: 2, slower: 4 };
const THIN_LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1_000_000) / 8,
  uploadThroughput: (750 * 1000) / 8,
};
const DESKTOP = { width: 1280, height: 800, scale: 1 };

/** No longer than this for anything that a page is waited for, in milliseconds. */
const PATIENCE = 60_000;

export interface Visit {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly traffic: Traffic;
  readonly close: () => Promise<void>;
}

export type Device = 'phone' | 'desktop';

export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      // A press by the script of a page may start the film, so that "as soon as it can be pressed" can be tried every few milliseconds.
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
}

/** An empty page as on `device`; `prepare` says what is to run in it before anything of the page does. */
export async function visit(
  browser: Browser,
  device: Device,
  prepare?: (page: Page) => Promise<unknown>,
): Promise<Visit> {
  const { width, height, scale } = device === 'phone' ? PHONE : DESKTOP;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    isMobile: device === 'phone',
    hasTouch: device === 'phone',
    locale: 'nl-NL',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const cdp = await context.newCDPSession(page);
  const traffic = new Traffic(cdp);
  await cdp.send('Network.enable');
  if (device === 'phone') {
    await cdp.send('Network.emulateNetworkConditions', THIN_LINE);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: PHONE.slower });
  }
  await prepare?.(page);
  return { page, cdp, traffic, close: () => context.close() };
}
