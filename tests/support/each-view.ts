/** Every view as somebody has it before them, in the states whose controls differ: what the tests of access walk through. */
import type { Page } from '@playwright/test';
import { handoutFragment } from '../../src/programme/handout-link';
import type { Programme } from '../../src/programme/programme';
import { programmeFragment } from '../../src/programme/programme-link';
import { expect } from './expect';
import { edition, linkedCue, timeline } from './shipped-edition';
import { addressOf, places, wordsIn, type Code, type Site } from './site';
import { installStandInVoices } from './stand-in-voices';

export interface EachView {
  readonly name: string;
  /** Opens it in the test's page; where it has a window of its own, gives that one. */
  readonly open: (site: Site, language: Code) => Promise<Page>;
}

const programme: Programme = {
  items: edition.data.chapters.slice(1, 4).map(({ id }) => ({ kind: 'chapter', id, talk: 10 })),
  wished: 45,
};

/** A moment with as much over the film as there can be: a quote, and themes. */
export const fullMoment = timeline.quotes.find(({ start }) => timeline.momentAt(start).themes.length > 0)!.start + 0.1;

/** Plays so slowly that what stands there stays there: a second of the film takes sixteen. */
async function playSlowly(page: Page): Promise<void> {
  await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    video.playbackRate = 0.0625;
    await video.play();
  });
}

/** How much the device is to keep comes last. */
const tellsItsSize = (page: Page) => expect(page.getByText(/\d MB/)).toBeVisible();

const simple = (view: 'portraits' | 'portrait' | 'themes' | 'theme' | 'about' | 'embed-maker'): EachView => ({
  name: view,
  open: async (site, language) => {
    const id = view === 'portrait' ? linkedCue.paragraph!.person : view === 'theme' ? linkedCue.themes[0]! : undefined;
    await site.open(
      places.find((place) => place.view === view && place.language === language && (!id || place.id === id))!,
    );
    // Its preview is a page of its own, which comes later.
    const preview = site.page.frameLocator('[data-part=embed-preview] iframe').locator('video');
    if (view === 'embed-maker') await expect(preview).not.toHaveAttribute('controls');
    if (view === 'about') await tellsItsSize(site.page);
    return site.page;
  },
});

async function openHost({ page }: Site, language: Code): Promise<Page> {
  await page.goto(addressOf({ view: 'host', language }, programmeFragment(programme)));
  await expect(page.locator('[data-part=chosen] > li')).toHaveCount(programme.items.length);
  await tellsItsSize(page);
  return page;
}

/** The windows of a workshop that has just begun. */
async function openWorkshop(site: Site, language: Code): Promise<{ host: Page; room: Page }> {
  const host = await openHost(site, language);
  const popup = host.waitForEvent('popup');
  await host.getByRole('button', { name: wordsIn(language).programme.begin.two }).click();
  const room = await popup;
  await expect(room.locator('[data-part=room]')).toHaveAttribute('data-scene', 'welcome');
  return { host, room };
}

async function openEmbed({ page }: Site, language: Code): Promise<Page> {
  await page.goto(addressOf({ view: 'embed', language }));
  await expect(page.locator('[data-part=cover]')).toBeVisible();
  return page;
}

export const eachView: readonly EachView[] = [
  {
    name: 'film',
    open: async (site, language) => {
      await site.openFilm(language);
      return site.page;
    },
  },
  {
    name: 'film-playing',
    open: async (site, language) => {
      // A device with a voice has one button more.
      await site.page.addInitScript(installStandInVoices, { voices: [{ lang: language, localService: true }] });
      await site.openFilm(language, fullMoment);
      await playSlowly(site.page);
      await expect(site.part('overlay-quote')).toBeVisible();
      await expect(site.part('described')).toBeVisible();
      return site.page;
    },
  },
  simple('portraits'),
  simple('portrait'),
  simple('themes'),
  simple('theme'),
  simple('about'),
  { name: 'host', open: openHost },
  { name: 'presenting', open: async (site, language) => (await openWorkshop(site, language)).host },
  { name: 'room', open: async (site, language) => (await openWorkshop(site, language)).room },
  {
    name: 'handout',
    open: async (site, language) => {
      const choice = { reader: 'everyone', languages: [language] } as const;
      await site.open({ view: 'handout', language }, handoutFragment(programme, choice, language));
      return site.page;
    },
  },
  simple('embed-maker'),
  { name: 'embed', open: openEmbed },
  {
    name: 'embed-begun',
    open: async (site, language) => {
      const page = await openEmbed(site, language);
      await page.locator('[data-part=cover]').click();
      await expect(page.locator('[data-part=cover]')).toHaveCount(0, { timeout: 15_000 });
      await page.locator('[data-part=play]').click();
      await page.locator('video').evaluate((video: HTMLVideoElement, to) => (video.currentTime = to), fullMoment);
      await expect(page.locator('[data-part=overlay-quote]')).toBeVisible();
      return page;
    },
  },
];

/** The fourth line of a chapter is made as the first three are; eighty of them say nothing more. */
export const threeLines = (page: Page): Promise<number> =>
  page.evaluate(() =>
    document.styleSheets[0]!.insertRule('[data-part=line]:nth-child(n + 4) { display: none !important }'),
  );
