import type { APIResponse } from '@playwright/test';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { nginxFile } from '../../src/edition/hosting-files';
import { violations } from '../support/axe';
import { startNginx } from '../support/nginx';
import { edition } from '../support/shipped-edition';
import { addressOf, codes, wordsIn } from '../support/site';
import { expect, test } from '../support/test';

const built = resolve(process.env['OUT_DIR'] || 'dist');

/** Styles that stand in the built pages, each once, as a policy names them. */
const styles = [
  ...new Set(
    readdirSync(built, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.html'))
      .flatMap((name) => [...readFileSync(join(built, name), 'utf8').matchAll(/<style>(.*?)<\/style>/gs)])
      .map(([, text]) => `sha256-${createHash('sha256').update(text!).digest('base64')}`),
  ),
].sort();

// Written out, and not taken from the table: this is what is promised.
const PAGE =
  `default-src 'none'; script-src 'self'; style-src 'self' ${styles.map((hash) => `'${hash}'`).join(' ')}; ` +
  "img-src 'self'; font-src 'self'; media-src 'self'; connect-src 'self'; " +
  "manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types svelte-trusted-html dichterbij-worker; frame-ancestors";
const FOR_EVER = 'public, max-age=31536000, immutable';

const assets = readdirSync(join(built, 'assets'));
const asset = (end: string) => `/assets/${assets.find((name) => name.endsWith(end))!}`;
const { film, people } = edition.data;
/** The script for partners, one file each version. */
const twins = readdirSync(join(built, 'embed')).filter((name) => /^dichterbij-film-\d.*\.js$/.test(name));

interface Kind {
  readonly type: string;
  readonly cache: string;
  readonly policy?: string;
  readonly forAll?: true;
  /** Compressed where the browser can. */
  readonly packed?: true;
}
const page: Kind = { type: 'text/html; charset=utf-8', cache: 'no-cache', policy: `${PAGE} 'none'`, packed: true };
const fileOfAsset = { cache: FOR_EVER, policy: "default-src 'none'; frame-ancestors 'none'", forAll: true } as const;
const file = { cache: 'no-cache', policy: "default-src 'none'; frame-ancestors 'none'" } as const;
const ofFilm = {
  cache: 'no-cache',
  policy: "default-src 'none'; media-src 'self'; frame-ancestors 'none'",
  forAll: true,
} as const;
const picture = (type: string): Kind => ({ ...ofFilm, type: `image/${type}` });
const embed = { policy: `${PAGE} *`, forAll: true, packed: true } as const;
const script = { ...embed, type: 'text/javascript; charset=utf-8' } as const;

const KINDS: Readonly<Record<string, Kind>> = {
  '/': page,
  '/index.html': page,
  [addressOf({ view: 'film', language: codes[0]! })]: page,
  [addressOf({ view: 'portrait', language: codes.at(-1)!, id: people[0]!.id })]: page,
  [asset('.js')]: { ...fileOfAsset, type: 'text/javascript; charset=utf-8', packed: true },
  [asset('.css')]: { ...fileOfAsset, type: 'text/css; charset=utf-8', packed: true },
  ...Object.fromEntries(film.sources.map(({ file, type }) => [`/${file}`, { ...ofFilm, type: type.split(';')[0]! }])),
  ...Object.fromEntries(film.posters.map(({ file }) => [`/${file}`, picture(file.endsWith('avif') ? 'avif' : 'jpeg')])),
  '/icon.svg': { ...file, type: 'image/svg+xml; charset=utf-8' },
  '/subtitles/nl.vtt': { ...file, type: 'text/vtt; charset=utf-8', packed: true },
  '/subtitles/nl.descriptions.vtt': { ...file, type: 'text/vtt; charset=utf-8', packed: true },
  '/subtitles/nl.txt': { ...file, type: 'text/plain; charset=utf-8', packed: true },
  '/licences.txt': { ...file, type: 'text/plain; charset=utf-8', packed: true },
  '/sbom.cdx.json': { ...file, type: 'application/json; charset=utf-8', packed: true },
  '/.well-known/security.txt': { ...file, type: 'text/plain; charset=utf-8' },
  '/worker.js': {
    type: 'text/javascript; charset=utf-8',
    cache: 'no-cache',
    policy: "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
    packed: true,
  },
  '/offline.json': { ...file, type: 'application/json; charset=utf-8', packed: true },
  '/embed/nl/': { ...embed, type: 'text/html; charset=utf-8', cache: 'no-cache' },
  '/embed/dichterbij-film.js': { ...script, cache: 'public, max-age=600' },
  '/embed/dichterbij-film.d.ts': { ...embed, type: 'text/plain; charset=utf-8', cache: 'public, max-age=600' },
  ...Object.fromEntries(twins.map((name) => [`/embed/${name}`, { ...script, cache: FOR_EVER }])),
  '/oembed/nl.json': {
    type: 'application/json; charset=utf-8',
    cache: 'public, max-age=3600',
    policy: "default-src 'none'; frame-ancestors 'none'",
    forAll: true,
  },
};

/** What the build writes only where it is told an address, of the site or of whoever runs it; one file stands for it. */
const WHEN_TOLD = { 'oembed/nl.json': '{}', '.well-known/security.txt': 'Contact: mailto:security@example.org\n' };

/** The built site, with them. */
function siteFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dichterbij-site-'));
  const told = Object.entries(WHEN_TOLD).map(([path, text]) => ({ path, text, top: path.split('/')[0]! }));
  const names = readdirSync(built).filter((name) => !told.some(({ top }) => top === name));
  for (const name of names) symlinkSync(join(built, name), join(folder, name));
  for (const { path, text, top } of told) {
    mkdirSync(join(folder, top));
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const shown = (answer: APIResponse) => {
  const { server, ...headers } = answer.headers();
  return {
    server,
    type: headers['content-type'],
    cache: headers['cache-control'],
    policy: headers['content-security-policy'],
    forAll: headers['access-control-allow-origin'],
    nosniff: headers['x-content-type-options'],
    referrer: headers['referrer-policy'],
    permissions: headers['permissions-policy'],
  };
};

function expected({ type, cache, policy, forAll }: Kind) {
  const everywhere = { server: 'nginx', nosniff: 'nosniff', referrer: 'same-origin' };
  const permissions = expect.stringMatching(/^autoplay=\(self\), .*camera=\(\)/) as unknown as string;
  return { ...everywhere, permissions, type, cache, policy, forAll: forAll && '*' };
}

test.describe('nginx with the shipped file', () => {
  // One nginx for all of them.
  test.describe.configure({ mode: 'default' });
  let nginx: Awaited<ReturnType<typeof startNginx>>;
  let folder: string;
  test.beforeAll(async () => {
    folder = siteFolder();
    nginx = await startNginx(readFileSync(join(built, 'hosting/nginx.conf'), 'utf8'), folder);
  });
  test.afterAll(async () => {
    await nginx.stop();
    rmSync(folder, { recursive: true });
  });

  test('every kind of path has its headers, and the same as on hosts that read `_headers`', async ({ request }) => {
    expect(twins).toContain('dichterbij-film-1.0.0.js');
    for (const [path, kind] of Object.entries(KINDS)) {
      const answer = await request.get(nginx.address + path);
      expect(answer.status(), path).toBe(200);
      expect(shown(answer), path).toEqual(expected(kind));
      expect(answer.headers()['content-encoding'], path).toBe(kind.packed && 'gzip');
      if (path.slice(1) in WHEN_TOLD) continue;
      const elsewhere = shown(await request.get(path));
      // Its name and the types are the host's own.
      const { server, type } = elsewhere;
      expect(elsewhere, path).toEqual({ ...expected(kind), server, type });
    }
  });

  test('what was fetched before is not sent again', async ({ request }) => {
    for (const path of Object.keys(KINDS)) {
      const { etag } = (await request.get(nginx.address + path)).headers();
      const again = await request.get(nginx.address + path, { headers: { 'if-none-match': etag! } });
      expect(again.status(), path).toBe(304);
      expect(shown(again).policy, path).toBe(KINDS[path]!.policy);
      expect(shown(again).cache, path).toBe(KINDS[path]!.cache);
    }
  });

  test('the film answers ranges, and says so where there is none', async ({ request }) => {
    for (const { file } of film.sources) {
      const whole = await request.head(`${nginx.address}/${file}`);
      expect(whole.headers()['accept-ranges']).toBe('bytes');
      const size = Number(whole.headers()['content-length']);
      const part = (range: string) => request.get(`${nginx.address}/${file}`, { headers: { range } });
      const middle = await part('bytes=1000-1999');
      expect(middle.status()).toBe(206);
      expect(middle.headers()['content-range']).toBe(`bytes 1000-1999/${size}`);
      expect(await middle.body()).toEqual(readFileSync(join(built, file)).subarray(1000, 2000));
      expect((await part('bytes=-100')).headers()['content-range']).toBe(`bytes ${size - 100}-${size - 1}/${size}`);
      const beyond = await part(`bytes=${size}-`);
      expect(beyond.status()).toBe(416);
      expect(beyond.headers()['content-range']).toBe(`bytes */${size}`);
      expect(beyond.headers()['x-content-type-options']).toBe('nosniff');
    }
  });

  test('what is not there is 404 with our page, never kept, and no file that is for hosts can be read', async ({
    request,
  }) => {
    const missing = ['/nope', '/nl/nope/', '/assets/nope.js', '/assets/', '/embed/nope.js', '/film/nope.mp4', '/film/'];
    for (const path of [...missing, '/_headers', '/hosting/nginx.conf', '/hosting/', '/oembed/nope.json']) {
      const answer = await request.get(nginx.address + path);
      expect(answer.status(), path).toBe(404);
      expect(shown(answer), path).toEqual(expected({ ...page, forAll: true }));
      for (const code of codes) expect(await answer.text(), path).toContain(wordsIn(code).notFound.title);
    }
    for (const path of ['/nope', '/_headers']) {
      const elsewhere = await request.get(path);
      expect(elsewhere.status(), path).toBe(404);
      expect(await elsewhere.text(), path).toContain(wordsIn(codes[0]!).notFound.title);
    }
  });

  test('a folder leads to its page, and plain http to https', async ({ request }) => {
    const folderOnly = await request.get(`${nginx.address}/nl?a=b`, { maxRedirects: 0 });
    expect([folderOnly.status(), folderOnly.headers()['location']]).toEqual([301, '/nl/?a=b']);
    const plain = await request.get(`${nginx.plain}/nl/?a=b`, { maxRedirects: 0 });
    expect([plain.status(), plain.headers()['location']]).toEqual([301, 'https://127.0.0.1/nl/?a=b']);
  });

  test('the site runs from it', async ({ site, page }) => {
    await page.goto(`${nginx.address}${addressOf({ view: 'film', language: 'nl' })}`);
    await site.ready();
    await site.play();
    await expect.poll(() => site.time()).toBeGreaterThan(0.5);
    await page.locator(`a[href$="/${people[0]!.id}/"]`).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(people[0]!.name);
    await page.goto(`${nginx.address}/nope/nope`);
    expect(site.problems.splice(0)).toEqual([expect.stringContaining('404 (Not Found)')]);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(wordsIn(codes[0]!).notFound.title);
    await expect(page.locator('main')).toHaveCSS('text-align', 'center');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: wordsIn('en').notFound.toFilm }).click();
    await expect(page).toHaveURL(`${nginx.address}/en/`);
  });
});

test('for a site in a folder of its host, and with partners, the same rules hold there', async ({ request }) => {
  const root = mkdtempSync(join(tmpdir(), 'dichterbij-host-'));
  symlinkSync(built, join(root, 'film'));
  const partners = ['https://a.example', 'https://b.example:8443'];
  const shipped = nginxFile({
    prefix: '/film/',
    host: 'www.example.org',
    languages: codes,
    partners,
    styles,
    versioned: twins,
  });
  const nginx = await startNginx(shipped, root);
  try {
    expect(shown(await request.get(`${nginx.address}/film/nl/`))).toEqual(expected(page));
    expect(shown(await request.get(nginx.address + '/film' + asset('.js'))).cache).toBe(FOR_EVER);
    expect((await request.get(`${nginx.address}/film/_headers`)).status()).toBe(404);
    const missing = await request.get(`${nginx.address}/film/embed/`);
    expect([missing.status(), shown(missing).policy]).toEqual([404, page.policy]);
    for (const path of ['nl/', 'dichterbij-film.js', twins[0]!])
      expect(shown(await request.get(`${nginx.address}/film/embed/${path}`)).policy, path).toBe(
        `${PAGE} 'self' ${partners.join(' ')}`,
      );
    expect(shown(await request.get(`${nginx.address}/film/embed/${twins[0]!}`)).cache).toBe(FOR_EVER);
  } finally {
    await nginx.stop();
    rmSync(root, { recursive: true });
  }
});
