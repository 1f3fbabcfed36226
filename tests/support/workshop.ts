/** A workshop as its host and its room live it: two windows of one browser. */
import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { agendaOf, type Programme } from '../../src/programme/programme';
import { programmeFragment } from '../../src/programme/programme-link';
import { expect } from './expect';
import { addressOf, wordsIn } from './site';
import { edition, timeline } from './shipped-edition';

const t = wordsIn('nl');

/** Three chapters, one of them with a hard passage. */
const programme: Programme = {
  items: edition.data.chapters.slice(1, 4).map(({ id }) => ({ kind: 'chapter', id, talk: 10 })),
  wished: 45,
};
export const agenda = agendaOf(programme, edition.data, timeline);
const words = edition.texts['nl']!.words;
export const titleOf = (item: number): string => words.chapters[programme.items[item]!.id]!.title;
export const questionOf = (item: number, question: number): string =>
  words.chapters[programme.items[item]!.id]!.questions[question]!;

const hostAddress = (chosen: Programme = programme): string =>
  addressOf({ view: 'host', language: 'nl' }, programmeFragment(chosen));

/** Where a window's film is, as that window sees it. */
export const filmOf = (page: Page) =>
  page.evaluate(() => {
    const { currentTime: time, paused, muted } = document.querySelector('video')!;
    return { time, paused, muted };
  });

export class Workshop {
  readonly problems: string[] = [];
  host!: Page;
  room!: Page;

  constructor(readonly context: BrowserContext) {
    context.on('page', (page) => this.#watch(page));
  }

  #watch(page: Page): void {
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.problems.push(message.text());
    });
  }

  async openHost(address = hostAddress()): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(address);
    return page;
  }

  /** Presses "open the room window" and waits until the two have found each other. */
  async begin(): Promise<void> {
    this.host = await this.openHost();
    const popup = this.context.waitForEvent('page');
    await this.host.getByRole('button', { name: t.programme.begin.two }).click();
    this.room = await popup;
    await this.paired();
  }

  async beginOnOneScreen(): Promise<void> {
    this.host = await this.openHost();
    this.room = this.host;
    await this.host.getByRole('button', { name: t.programme.begin.one }).click();
    await this.sees('welcome');
  }

  async paired(): Promise<void> {
    await expect(this.host.locator('[data-part=pairing]')).toContainText(t.host.state.paired);
    await expect(this.room.locator('[data-part=room]')).not.toHaveAttribute('data-scene', 'waiting');
  }

  async sees(scene: string): Promise<void> {
    await expect(this.room.locator('[data-part=room]')).toHaveAttribute('data-scene', scene);
  }

  /** A heading that the room reads. */
  async reads(text: string): Promise<void> {
    await expect(this.room.getByRole('heading', { name: text, exact: true })).toBeVisible();
  }

  /** From the first card to the film of it. */
  async toFilm(page: Page = this.host): Promise<void> {
    await page.keyboard.press('PageDown');
    await this.sees('card');
    await page.keyboard.press('PageDown');
    await this.plays();
  }

  async plays(): Promise<void> {
    await this.sees('film');
    await expect.poll(async () => (await filmOf(this.room)).paused).toBe(false);
    const { time } = await filmOf(this.room);
    await expect.poll(async () => (await filmOf(this.room)).time).toBeGreaterThan(time);
  }

  /** A chapter takes a minute: this brings the room's film to its last second, as if the minute had gone by. */
  async hurry(item: number): Promise<void> {
    await this.room.evaluate(
      (time) => (document.querySelector('video')!.currentTime = time),
      agenda[item]!.ranges.at(-1)!.end - 1,
    );
  }
}

export const test = base.extend<{ workshop: Workshop }>({
  workshop: async ({ context }, use) => {
    const workshop = new Workshop(context);
    await use(workshop);
    expect(workshop.problems, 'errors and warnings of the windows').toEqual([]);
  },
});
export { expect };
