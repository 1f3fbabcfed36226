import type { Page } from '@playwright/test';
import { buildHostileSite, NAME, SHOWN, WORDS } from '../support/hostile-edition';
import { HOSTILE_SNIPPETS } from '../support/hostile-texts';
import { serveFolder } from '../support/own-server';
import { edition } from '../support/shipped-edition';
import { addressOf } from '../support/site';
import { expect, test } from '../support/test';

const KEY = `dichterbij:${edition.data.id}`;

/** `hostile()` leaves its mark, wherever it may run. */
const watch = (page: Page) =>
  page.addInitScript(() => Object.assign(window, { hostile: () => (document.documentElement.dataset['ran'] = 'yes') }));

/** What no text may bring into a page. */
const STRANGE =
  'img[src=x], [onerror], [onload], script:not([src], [type="application/json"]), html[data-ran], iframe[srcdoc]';

test('an edition whose every text means harm is shown as it is written', async ({ site, page }) => {
  // The site is built first.
  test.setTimeout(120_000);
  const built = buildHostileSite();
  const server = await serveFolder(built.folder, '');
  try {
    await watch(page);
    await page.setViewportSize({ width: 320, height: 640 });
    const pages: readonly (readonly [address: string, text: string])[] = [
      ['nl/#t=1', SHOWN],
      ['nl/portretten/mila/', SHOWN],
      ['nl/themas/', WORDS],
      ['nl/themas/rust/', SHOWN],
      ['nl/over/', WORDS],
      ['en/', SHOWN],
      ['nl/presenteren/#programme=1/mila:8/theme:rust:5', WORDS],
      ['nl/werkblad/#programme=1/mila:8&for=host', WORDS],
      ['embed/nl/?chapter=mila&transcript=on', WORDS],
    ];
    for (const [address, text] of pages) {
      const answer = await page.goto(`${server.address}/${address}`);
      expect(answer!.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");
      await expect(page.locator('body'), address).toContainText(text);
      if (!address.startsWith('embed/') && !address.includes('presenteren')) await site.ready();
      await expect(page.locator(STRANGE), address).toHaveCount(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
    }
    await page.goto(`${server.address}/nl/portretten/mila/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME);
    await page.goto(`${server.address}/nl/#t=1`);
    await site.ready();
    await site.play();
    await expect(site.subtitles).toContainText(SHOWN);
    await expect(page.locator(STRANGE)).toHaveCount(0);
  } finally {
    // What is still on its way would be an error of the page.
    await page.goto('about:blank');
    await server.stop();
    built.remove();
  }
});

const FRAGMENTS = [
  '#t=NaN',
  '#t=-5,1e308',
  '#t=999999999',
  '#route=__proto__',
  '#__proto__',
  '#constructor',
  '#%E0%A4%A',
  '#<img src=x onerror=hostile()>',
  `#${'%25'.repeat(5000)}`,
];

test('addresses, stored values and messages that mean harm leave the film as it is', async ({ site, page }) => {
  await watch(page);
  const polluting = {
    'viewer:film': '1e308',
    'viewer:rate': '"9"',
    'viewer:portrait:__proto__': '{"polluted":1}',
    'viewer:portrait:constructor': '"x"',
    'viewer:setting:__proto__': '{"size":"huge","polluted":1}',
    'viewer:setting:subtitles': '["<b>","nl","nl"]',
    'viewer:setting:size': '"constructor"',
    'viewer:setting:step': 'null',
    workshops:
      '{"version":1,"past":[[]],"programmes":[{"name":"\\u202ex","fragment":"javascript:hostile()"}],"running":{"__proto__":{}}}',
  };
  await page.addInitScript(
    ([key, entries]) => {
      // An empty page between two others has no storage.
      if (origin === 'null') return;
      for (const [name, text] of Object.entries(entries)) localStorage.setItem(`${key}:${name}`, text);
      sessionStorage.setItem(`${key}:presenting`, '__proto__ two');
    },
    [KEY, polluting] as const,
  );
  for (const fragment of FRAGMENTS.slice(0, 2)) {
    await page.goto('about:blank');
    await site.open({ view: 'film', language: 'nl' }, fragment);
  }
  for (const fragment of FRAGMENTS) {
    await page.evaluate((written) => (location.hash = written), fragment);
    const [time, end] = await site.video.evaluate((video: HTMLVideoElement) => [video.currentTime, video.duration]);
    expect(time, fragment).toBeLessThanOrEqual(end);
  }
  await page.evaluate(
    ([key, texts]) => {
      const channel = new BroadcastChannel(`${key}:workshop`);
      const values: unknown[] = [...texts, NaN, null, [], new Map(), JSON.parse('{"__proto__":{"dichterbij":1}}')];
      for (const value of values) {
        channel.postMessage(value);
        channel.postMessage({ dichterbij: 1, from: 'host', kind: 'session', number: NaN, session: value });
        channel.postMessage({ dichterbij: 1, from: 'room', kind: 'report', session: value });
        postMessage(value, location.origin);
      }
    },
    [KEY, HOSTILE_SNIPPETS] as const,
  );
  await site.play();
  await expect(page.locator(STRANGE)).toHaveCount(0);
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);

  await page.goto(
    addressOf(
      { view: 'host', language: 'nl' },
      `#programme=1/${FRAGMENTS.join('/').replaceAll('#', '')}&minutes=1e308`,
    ),
  );
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator(STRANGE)).toHaveCount(0);
  await page.goto(`/embed/nl/?chapter=__proto__&theme=constructor&start=1e308&subtitles=${'nl,'.repeat(500)}`);
  await expect(page.locator('[data-part=cover]')).toBeVisible();
  await expect(page.locator(STRANGE)).toHaveCount(0);
});

test('the browser itself refuses to make markup or script of a text', async ({ browser, baseURL }) => {
  // In a context of its own: each refusal is an error of the page.
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(new URL('nl/', baseURL).href);
  const refused = await page.evaluate(() => {
    const tries: readonly (() => unknown)[] = [
      () => (document.createElement('p').innerHTML = '<b>x</b>'),
      () => document.createElement('p').insertAdjacentHTML('beforeend', '<b>x</b>'),
      () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
      () => (document.createElement('iframe').srcdoc = '<b>x</b>'),
      () => (document.createElement('script').src = 'https://elsewhere.example/x.js'),
    ];
    return tries.map((attempt) => {
      try {
        attempt();
        return 'made';
      } catch (reason) {
        return (reason as Error).name;
      }
    });
  });
  expect(refused).toEqual(Array(5).fill('TypeError'));
  await context.close();
});
