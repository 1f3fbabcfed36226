import { preview, type PreviewServer } from 'vite';
import { expect, test } from '../support/test';
import { addressOf, codes, places } from '../support/site';
import { edition } from '../support/shipped-edition';

test('every page has a title, a description, its languages and a picture to share', async ({ page }) => {
  const titles = new Set<string>();
  for (const place of places) {
    await page.goto(addressOf(place), { waitUntil: 'domcontentloaded' });
    titles.add(`${place.language} ${await page.title()}`);
    expect(await page.locator('meta[name=description]').getAttribute('content')).toMatch(/\S{3}/);
    expect(await page.locator('link[rel=alternate][hreflang]').count()).toBe(codes.length);
    expect(await page.locator('meta[property="og:title"]').getAttribute('content')).toMatch(/\S/);
    expect(await page.locator('meta[property="og:image"]').getAttribute('content')).toContain(
      edition.data.film.posters.at(-1)!.file,
    );
    await expect(page.locator('html')).toHaveAttribute('lang', place.language);
  }
  expect(titles.size).toBe(places.length);
});

test('every link of the site leads somewhere, paragraphs included', async ({ page, request }) => {
  const targets = new Set<string>();
  for (const place of places) {
    await page.goto(addressOf(place), { waitUntil: 'domcontentloaded' });
    const hrefs = await page
      .locator('a[href]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    for (const href of hrefs)
      if (new URL(href).origin === new URL(page.url()).origin) targets.add(href.replace(/#t=.*/, ''));
  }
  const bodies = new Map<string, string>();
  for (const target of targets) {
    const { href, hash } = new URL(target);
    const address = href.replace(hash, '');
    if (!bodies.has(address)) {
      const answer = await request.get(address);
      expect(answer.status(), address).toBe(200);
      bodies.set(address, await answer.text());
    }
    if (hash) expect(bodies.get(address), target).toContain(`id="${hash.slice(1)}"`);
  }
  expect(targets.size).toBeGreaterThan(places.length);
});

test('the front door leads to the languages', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(new RegExp(`/${codes[0]}/$`));
});

test('nothing is asked of anyone else, no cookie is set, nothing is stored', async ({ site, page, context }) => {
  const strangers: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (
      protocol.startsWith('http') &&
      origin !== new URL(page.url() === 'about:blank' ? request.url() : page.url()).origin
    )
      strangers.push(request.url());
  });
  await site.openFilm('nl');
  await site.play();
  await expect.poll(() => site.time()).toBeGreaterThan(0.5);
  await site.open({ view: 'portrait', language: 'nl', id: edition.data.people[0]!.id });
  expect(strangers).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

for (const view of ['film', 'portrait', 'theme', 'about'] as const) {
  test(`the ${view} page is taken over, not drawn anew`, async ({ site, page }) => {
    await page.addInitScript(() => {
      const kept: Record<string, Element> = {};
      new MutationObserver(() => {
        for (const selector of ['video', 'main', 'h1', '.view > *', 'footer p']) {
          const element = document.querySelector(selector);
          if (element) kept[selector] ??= element;
        }
      }).observe(document, { childList: true, subtree: true });
      Object.assign(window, {
        stillThere: () =>
          Object.entries(kept).map(([selector, element]) => [selector, element === document.querySelector(selector)]),
      });
    });
    await site.open(places.find((place) => place.view === view)!);
    const kept = await page.evaluate(() =>
      (window as unknown as { stillThere: () => [string, boolean][] }).stillThere(),
    );
    expect(kept).toHaveLength(5);
    for (const [selector, same] of kept) expect(same, selector).toBe(true);
  });
}

test.describe('in a folder of somebody else’s site', () => {
  let server: PreviewServer;
  test.beforeAll(async () => {
    server = await preview({
      configFile: false,
      logLevel: 'silent',
      base: '/een/map/',
      build: { outDir: process.env['OUT_DIR'] ?? 'dist' },
      preview: { port: 4390, strictPort: false },
    });
  });
  test.afterAll(() => server.close());

  test('the same files play, lead to a portrait and back', async ({ site, page }) => {
    const base = server.resolvedUrls!.local[0]!;
    await page.goto(`${base}nl/`);
    await site.ready();
    await site.play();
    await expect.poll(() => site.time()).toBeGreaterThan(0.5);
    const { id } = edition.data.people[0]!;
    await page.locator(`a[href$="/${id}/"]`).first().click();
    await expect(page).toHaveURL(new RegExp(`/een/map/nl/[a-z]+/${id}/$`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(edition.data.people[0]!.name);
    await page.reload();
    await site.ready();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(edition.data.people[0]!.name);
    await page.goBack();
    await expect(page).toHaveURL(/\/een\/map\/nl\/(#.*)?$/);
  });
});
