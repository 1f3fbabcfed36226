import { svelte } from '@sveltejs/vite-plugin-svelte';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { buildWorker } from './src/edition/build-worker';
import { devPages } from './src/edition/dev-pages';
import { prerender } from './src/edition/prerender';
import { editionPlugin } from './src/edition/vite-plugin';

const { EDITION, EDITION_ROOT, OUT_DIR, SITE_URL } = process.env;
const root = resolve(EDITION_ROOT ?? '.');
const outDir = resolve(OUT_DIR ?? 'dist');
const serverDir = resolve('.cache/server');

export default defineConfig({
  // Relative addresses: the built site works in any folder of any host.
  base: './',
  publicDir: resolve(root, 'public'),
  plugins: [svelte(), editionPlugin({ root, ...(EDITION && { edition: EDITION }) }), devPages()],
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
        rolldownOptions: { input: 'src/main.ts' },
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
    buildApp: async (builder) => {
      await builder.build(builder.environments['client']!);
      await builder.build(builder.environments['ssr']!);
      await buildWorker(outDir);
      const count = await prerender({ outDir, serverDir, ...(SITE_URL && { siteUrl: SITE_URL }) });
      console.log(`${count} pages written.`);
    },
  },
});
