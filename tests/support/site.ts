/** The site as its viewers use it: page objects that speak of film, lines and portraits, not of selectors. */
import type { Locator, Page } from '@playwright/test';
import { createAddressBook, type Place } from '../../src/navigation/address';
import nl from '../../src/language/words/nl.json' with { type: 'json' };
import en from '../../src/language/words/en.json' with { type: 'json' };
import { expect } from './expect';
import { edition } from './shipped-edition';

const words = { nl, en };
export type Code = keyof typeof words;
export const codes = edition.data.languages as readonly Code[];
export const wordsIn = (language: string) => words[language as Code];

/** Makes the device forget everything, and answers that it is meant. */
export async function forgetAll(page: Page, { memory }: ReturnType<typeof wordsIn>): Promise<void> {
  await page.getByRole('button', { name: memory.forget, exact: true }).click();
  await page.getByRole('button', { name: memory.forgetNow, exact: true }).click();
}

const book = createAddressBook({ ...edition.data, wordsOf: (language) => wordsIn(language).language.address });
export const places = book.places;
export const addressOf = (place: Place, fragment = ''): string => `/${book.addressOf(place)}${fragment}`;

/** What Playwright writes in the page's name where it lets no worker in. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

export class Site {
  readonly video: Locator;
  readonly subtitles: Locator;
  readonly problems: string[] = [];

  constructor(readonly page: Page) {
    this.video = page.locator('video');
    this.subtitles = page.locator('[data-part=subtitles]');
    // Of every window that the page opens, too.
    page.context().on('weberror', (error) => this.problems.push(error.error().message));
    page.context().on('console', (message) => {
      const isProblem = message.type() === 'error' || message.type() === 'warning';
      if (isProblem && message.text() !== BLOCKED) this.problems.push(message.text());
    });
  }

  part(name: string): Locator {
    return this.page.locator(`[data-part=${name}]`);
  }

  /** Opens the address, comes near, and waits until the app has taken over the page. */
  async open(place: Place, fragment = ''): Promise<void> {
    await this.page.goto(addressOf(place, fragment));
    await this.ready();
  }

  async openFilm(language: string, time?: number): Promise<void> {
    await this.open({ view: 'film', language }, time === undefined ? '' : `#t=${time}`);
    if (time !== undefined) await expect.poll(() => this.time()).toBeCloseTo(time, 2);
  }

  /** To another moment in a page that is open, as a written address leads there. */
  async goTo(time: number): Promise<void> {
    await this.page.evaluate((fragment) => (location.hash = fragment), `t=${time}`);
    await expect.poll(() => this.time()).toBeCloseTo(time, 2);
  }

  async ready(): Promise<void> {
    await this.page.evaluate(() => dispatchEvent(new Event('scroll')));
    await expect(this.part('not-started')).toHaveCount(0);
    await expect(this.video).not.toHaveAttribute('controls');
    await expect.poll(() => this.video.evaluate((video: HTMLVideoElement) => video.readyState)).toBeGreaterThan(0);
  }

  /** Presses play, and sees the film begin: a passage may have stopped again before a look could see it run. */
  async play(): Promise<void> {
    const began = this.video.evaluate(
      (video: HTMLVideoElement) =>
        new Promise<void>((resolve) => video.addEventListener('playing', () => resolve(), { once: true })),
    );
    await this.part('play').click();
    await began;
  }

  async pause(): Promise<void> {
    await this.part('play').click();
    await expect.poll(() => this.paused()).toBe(true);
  }

  time(): Promise<number> {
    return this.video.evaluate((video: HTMLVideoElement) => video.currentTime);
  }

  paused(): Promise<boolean> {
    return this.video.evaluate((video: HTMLVideoElement) => video.paused);
  }

  /** The time of the film at which `selector` first stands in the page, watched in the page itself. */
  async timeWhenShown(selector: string): Promise<number> {
    return this.page.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          const video = document.querySelector('video')!;
          const look = () => document.querySelector(wanted) && resolve(video.currentTime);
          new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
          look();
        }),
      selector,
    );
  }
}
