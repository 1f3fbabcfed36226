import { svelte } from '@sveltejs/vite-plugin-svelte';
import { relative, resolve } from 'node:path';
import { defineConfig } from 'vite';
import { buildClient } from './src/edition/build-client';
import { buildWorker } from './src/edition/build-worker';
import { devPages } from './src/edition/dev-pages';
import { parseOutsideFilms } from './src/edition/outside-films';
import { parsePartners } from './src/edition/partners';
import { prerender } from './src/edition/prerender';
import { buildDate, parseSecurityContact } from './src/edition/security-txt';
import { shippedPackages } from './src/edition/shipped-packages';
import { parseSiteUrl } from './src/edition/site-url';
import { npmBill } from './src/edition/software-bill';
import { editionPlugin } from './src/edition/vite-plugin';
import { writeLicences } from './src/edition/write-licences';

const { EDITION, EDITION_ROOT, OUT_DIR, OUTSIDE_FILMS, PARTNERS, SECURITY_CONTACT, SITE_URL, SOURCE_DATE_EPOCH } =
  process.env;
const root = resolve(EDITION_ROOT ?? '.');
const outDir = resolve(OUT_DIR ?? 'dist');
/** Of this site alone: two sites may be built at the same time. */
const serverDir = resolve('.cache/server', relative('.', outDir).replaceAll(/[^\w-]+/g, '-'));
const siteUrl = parseSiteUrl(SITE_URL);
const outsideFilms = parseOutsideFilms(OUTSIDE_FILMS);
const partners = parsePartners(PARTNERS);
const security = { contacts: parseSecurityContact(SECURITY_CONTACT), date: buildDate(SOURCE_DATE_EPOCH) };
/** All that a page at rest needs, and how Vite loads a part later. */
const RESTING = /src\/(resting\/|memory\/storage|timeline\/(clock-time|percent-at))|vite\/preload-helper/;
/** What `src/embed.ts` imports of others. */
const EMBED_START =
  /src\/(sync\/embed\/(embed-(bridge|link|listeners|message|protocol|values)|frame-height|partner-origins)|timeline\/moment-link|programme\/decoders)/;

export default defineConfig({
  // Relative addresses: the built site works in any folder of any host.
  base: './',
  publicDir: resolve(root, 'public'),
  plugins: [svelte(), editionPlugin({ root, outsideFilms, ...(EDITION && { edition: EDITION }) }), devPages()],
  // A plugin that imports bare `video.js` would drag in a second, full copy.
  resolve: { alias: [{ find: /^video\.js$/, replacement: 'video.js/core.es.js' }] },
  appType: 'custom',
  environments: {
    client: {
      build: {
        outDir,
        emptyOutDir: true,
        manifest: true,
        target: 'es2022',
        rolldownOptions: {
          input: { main: 'src/main.ts', embed: 'src/embed.ts' },
          output: {
            codeSplitting: {
              groups: [
                { name: 'resting', test: RESTING, priority: 2 },
                // What an embedded film needs before its player is there stays apart, so that it loads nothing else with it.
                { name: 'embed-start', test: EMBED_START, priority: 1 },
                // Grows with the film, and changes with it and not with the code.
                { name: 'edition', test: /virtual:edition$/, priority: 1 },
                // What three views share comes in one file: cut by who shares it with whom, a page would ask for forty small ones.
                { name: 'shared', minShareCount: 3 },
              ],
            },
          },
        },
      },
    },
    ssr: {
      build: {
        outDir: serverDir,
        emptyOutDir: true,
        copyPublicDir: false,
        ssr: 'src/page.ts',
      },
    },
  },
  builder: {
    // The edition is read once for the pages and what writes them.
    sharedConfigBuild: true,
    buildApp: async (builder) => {
      const [bill, pages] = await Promise.all([npmBill(), builder.build(builder.environments['client']!)]);
      await builder.build(builder.environments['ssr']!);
      const shipped = shippedPackages([pages, await buildWorker(outDir), await buildClient(outDir)]);
      writeLicences(outDir, shipped, bill);
      const count = await prerender({ outDir, serverDir, partners, security, ...(siteUrl && { siteUrl }) });
      console.log(`${count} pages written.`);
    },
  },
});
