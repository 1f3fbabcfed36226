/** Somebody who watches at double speed and presses everything: one round of it begins and ends at the same moment of the film. */
import { routeOf } from '../../src/timeline/route';
import { expect } from './expect';
import { edition, linkedCue, textOf, timeline } from './shipped-edition';
import { addressOf, wordsIn, type Site } from './site';

const LANGUAGE = 'nl';
const t = wordsIn(LANGUAGE);
const film = addressOf({ view: 'film', language: LANGUAGE });
const theme = edition.data.themes.find(({ id }) => routeOf(edition.data, timeline, id).stops.length > 2)!;

export class RestlessViewer {
  readonly #site: Site;
  readonly #random: () => number;

  /** @param random gives the same numbers in every run, so that a run that fails can be had again */
  constructor(site: Site, random: () => number) {
    this.#site = site;
    this.#random = random;
  }

  async begin(): Promise<void> {
    await this.#site.openFilm(LANGUAGE, linkedCue.start);
    await this.#site.play();
    await this.#inSettings(t.film.rateValue.replace('{{rate}}', '2'));
    expect(await this.#site.video.evaluate((video: HTMLVideoElement) => video.playbackRate)).toBe(2);
  }

  /** @param seconds of the film that are watched between two presses */
  async round(seeks: number, seconds: number): Promise<void> {
    const { page } = this.#site;
    const both = t.film.subtitlesBoth.replace('{{first}}', 'Nederlands').replace('{{second}}', 'English');
    for (let done = 0; done < seeks; done += 1) {
      await this.#seek();
      await this.#watch(seconds);
      if (done === 0) await this.#inSettings(both);
      await page.keyboard.press('o');
      await this.#watch(seconds / 4);
      await page.keyboard.press('o');
      await page.keyboard.press('k');
      await page.keyboard.press('c');
    }
    await this.#inSettings('Nederlands');
    await this.#readPortrait(seconds);
    await this.#walkRoute(seconds);
    await this.#seeTheEnd(seconds);
    await this.rest();
  }

  /** Back to where every round begins: what is then in the page can be compared. */
  async rest(): Promise<void> {
    if (!(await this.#site.paused())) await this.#site.page.keyboard.press('k');
    await this.#site.page.getByRole('switch', { name: t.transcript.follow }).check();
    await this.#pressLine(linkedCue.id);
    await expect(this.#site.page.locator(`#line-${linkedCue.id}`)).toHaveAttribute('aria-current', 'true');
  }

  #seek(): Promise<unknown> {
    const { page } = this.#site;
    const ways = [
      () => this.#pressLine(this.#oneOf(edition.data.cues).id),
      () => this.#pressBar(this.#random()),
      () => page.keyboard.press(this.#oneOf(['[', ']', ',', '.', 'p', 'n'])),
      () =>
        this.#site
          .part('chapter-list')
          .locator('a')
          .nth(this.#oneOf([...timeline.chapters.keys()]))
          .click(),
    ];
    return this.#oneOf(ways)();
  }

  async #pressLine(cue: string): Promise<void> {
    await this.#site.page.locator(`#line-${cue} .time`).click();
    const { start } = timeline.cueById(cue)!;
    await expect.poll(() => this.#site.time()).toBeGreaterThanOrEqual(start - 0.01);
  }

  async #pressBar(part: number): Promise<void> {
    const bar = this.#site.part('time-bar').getByRole('slider');
    const box = (await bar.boundingBox())!;
    await bar.click({ position: { x: part * (box.width - 2) + 1, y: box.height / 2 } });
  }

  /** Until so much of the film has been shown, or it is over. Before a hard passage it asks, once, and plays on. */
  async #watch(seconds: number): Promise<void> {
    const { video } = this.#site;
    for (let left = seconds; left > 0.05;) {
      if (await this.#site.paused()) {
        const goOn = this.#site.part('overlay-note').getByRole('button', { name: t.note.goOn });
        await ((await goOn.isVisible()) ? goOn : this.#site.part('play')).click();
      }
      left = await video.evaluate(
        (film: HTMLVideoElement, wanted) =>
          new Promise<number>((resolve) => {
            let before = film.currentTime;
            let missing = wanted;
            const look = () => {
              missing -= Math.max(0, film.currentTime - before);
              before = film.currentTime;
              if (film.ended || film.paused || missing <= 0) resolve(film.ended ? 0 : missing);
              else requestAnimationFrame(look);
            };
            look();
          }),
        left,
      );
    }
  }

  async #inSettings(choice: string): Promise<void> {
    const { page } = this.#site;
    await page.getByRole('button', { name: t.film.settings }).click();
    // The radio buttons themselves lie unseen under their words.
    await page.getByRole('radio', { name: choice, exact: true }).check({ force: true });
    await page.keyboard.press('Escape');
  }

  async #readPortrait(seconds: number): Promise<void> {
    const { page } = this.#site;
    await this.#pressLine(linkedCue.id);
    await page.keyboard.press('r');
    await page.waitForURL(`**#${linkedCue.paragraph!.paragraph}`);
    await this.#watch(seconds);
    await page.keyboard.press('b');
    await page.waitForURL(`**${film}*`);
    await this.#watch(seconds);
  }

  async #walkRoute(seconds: number): Promise<void> {
    const { page } = this.#site;
    await page.getByRole('link', { name: t.menu.themes, exact: true }).click();
    await page
      .getByRole('link', { name: textOf(LANGUAGE).words.themes[theme.id]!.label })
      .first()
      .click();
    await page.getByRole('link', { name: t.route.play.split(' {{')[0]! }).click();
    await this.#site.part('route-card').getByRole('button', { name: t.route.begin }).click();
    await this.#watch(seconds);
    await page.getByRole('button', { name: t.route.leave }).click();
    await expect(this.#site.part('route')).toHaveCount(0);
  }

  async #seeTheEnd(seconds: number): Promise<void> {
    await this.#pressBar(1);
    await this.#watch(seconds);
    // It is over, and begins again.
    await this.#site.part('play').click();
    await this.#watch(seconds);
    await expect.poll(() => this.#site.time()).toBeLessThan(timeline.end / 2);
  }

  #oneOf<T>(all: readonly T[]): T {
    return all[Math.floor(this.#random() * all.length)]!;
  }
}
