import type { APIRequestContext, Page } from '@playwright/test';
import { serveFolder, type OwnServer } from '../support/own-server';
import { expect, test } from '../support/test';
import { addressOf, codes, places, wordsIn } from '../support/site';
import { edition, timeline } from '../support/shipped-edition';

/** The page as it is written, read without being run or shown. */
async function read(page: Page, request: APIRequestContext, address: string) {
  const answer = await request.get(address);
  expect(answer.status(), address).toBe(200);
  return page.evaluate(
    ([html, base]) => {
      const written = new DOMParser().parseFromString(html!, 'text/html');
      const content = (selector: string) => written.querySelector(selector)?.getAttribute('content') ?? '';
      return {
        html: html!,
        language: written.documentElement.lang,
        title: written.title,
        description: content('meta[name=description]'),
        shared: [content('meta[property="og:title"]'), content('meta[property="og:image"]')],
        alternates: written.querySelectorAll('link[rel=alternate][hreflang]').length,
        headings: written.querySelectorAll('h1').length,
        hrefs: [...written.querySelectorAll('a[href]')].map((link) => new URL(link.getAttribute('href')!, base).href),
        // A link leads somewhere; what does something is a button.
        noLinks: written.querySelectorAll('a:not([href]), a[href="#"], a[role], [role=button]:not(button)').length,
        styledElements: written.querySelectorAll('[style]').length,
      };
    },
    [await answer.text(), answer.url()],
  );
}

test('every page has a heading, a title, a description, its languages and a picture to share', async ({
  page,
  request,
}) => {
  const titles = new Set<string>();
  for (const place of places) {
    const written = await read(page, request, addressOf(place));
    // In a frame the film is what it is on its own page.
    if (place.view !== 'embed') titles.add(`${place.language} ${written.title}`);
    expect(written.language).toBe(place.language);
    expect(written.description).toMatch(/\S{3}/);
    expect(written.alternates).toBe(codes.length);
    expect(written.shared[0]).toMatch(/\S/);
    expect(written.shared[1]).toContain(edition.data.film.posters.at(-1)!.file);
    expect(written.headings).toBe(1);
    expect(written.noLinks, 'links that should be buttons').toBe(0);
    expect(written.styledElements, 'a strict content security policy refuses them').toBe(0);
  }
  expect(titles.size).toBe(places.filter(({ view }) => view !== 'embed').length);
});

test('the about page leads to the software of others, with each licence in full', async ({ site, page }) => {
  for (const code of codes) {
    await site.open({ view: 'about', language: code });
    await page.getByRole('link', { name: wordsIn(code).about.licences }).click();
    await expect(page).toHaveURL(/\/licences\.txt$/);
    for (const text of ['Copyright (c) 2026 the makers of Dichterbij', 'svelte@', 'END OF TERMS AND CONDITIONS'])
      await expect(page.locator('body')).toContainText(text);
    await expect(page.locator('body')).not.toContainText(/GNU|Mozilla Public License/);
  }
});

test('every link of the site leads somewhere, paragraphs included', async ({ page, request }) => {
  const targets = new Set<string>();
  const pages = new Map<string, string>();
  const site = new URL((await request.get('/')).url()).origin;
  for (const place of places) {
    const address = new URL(addressOf(place), site).href;
    const { html, hrefs } = await read(page, request, address);
    pages.set(address, html);
    for (const href of hrefs)
      if (new URL(href).origin === site) targets.add(href.replace(/#(t|route|programme)=.*/, ''));
  }
  for (const target of targets) {
    const { href, hash } = new URL(target);
    const html = pages.get(href.replace(hash, ''));
    // The film's words to take along, and the licences.
    if (/\/(subtitles\/\w+[.](vtt|txt)|licences[.]txt)$/.test(href)) {
      expect((await request.get(href)).status(), target).toBe(200);
      continue;
    }
    expect(html, target).toBeDefined();
    if (hash) expect(html, target).toContain(`id="${hash.slice(1)}"`);
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

test('every page and script comes with a strict policy, which stops nothing of it', async ({ site, page }) => {
  const policies = new Map<string, string>();
  page.on('response', (response) => {
    if (['document', 'script'].includes(response.request().resourceType()))
      policies.set(new URL(response.url()).pathname, response.headers()['content-security-policy'] ?? 'none');
  });
  const quote = timeline.quotes[2]!;
  await site.openFilm('nl', quote.start + 0.1);
  await site.play();
  await expect.poll(() => page.locator('.vjs-tech').count()).toBe(1);
  await site.part('share-quote').click();
  const download = page.waitForEvent('download');
  await site
    .part('quote-alone')
    .getByRole('link', { name: wordsIn('nl').share.savePicture })
    .click();
  expect(await (await download).failure()).toBeNull();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill('de');
  await site.part('transcript').locator('mark').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-part=term]').first().click();
  await expect(site.part('gloss')).toBeVisible();
  for (const [path, policy] of policies) {
    expect(policy, path).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
    expect(policy, path).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
  }
  expect([...policies.keys()].filter((path) => /^\/(nl\/|assets\/.*\.js)$/.test(path)).length).toBeGreaterThan(5);
});

test('what the policy stops is heard of, so that every test here fails by it', async ({ site, page }) => {
  await site.openFilm('nl');
  await page.evaluate(() => {
    document.createElement('p').setAttribute('style', 'color: red');
    document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.invalid/' }));
    const script = document.createElement('script');
    script.append('window.ran = true');
    document.body.append(script);
  });
  // Text that would become markup or a script is refused before it is looked at.
  await expect(page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p></p>'))).rejects.toThrow(
    'Trusted',
  );
  await expect.poll(() => site.problems.length).toBe(5);
  for (const problem of site.problems.splice(0)) expect(problem).toMatch(/Content Security Policy|requires 'Trusted/);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

for (const view of ['film', 'portrait', 'theme', 'about', 'handout'] as const) {
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
  let server: OwnServer;
  test.beforeAll(async () => {
    server = await serveFolder(process.env['OUT_DIR'] || 'dist', '/een/map');
  });
  test.afterAll(() => server.stop());

  test('the same files play, lead to a portrait and back', async ({ site, page }) => {
    const answer = await page.goto(`${server.address}/nl/`);
    expect(answer!.headers()['content-security-policy']).toContain("default-src 'none'");
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
