/** `npm run dev`: the same pages as the build writes, made at each request and taken over by the same script. */
import type { Plugin, ViteDevServer } from 'vite';
import { bundleClient, CLIENT } from './build-client';
import { chooserDocument, pageDocument } from './document';

type PageModule = typeof import('../page');

const css = ['src/styles/index.css'];

export function devPages(): Plugin {
  return {
    name: 'dichterbij:dev-pages',
    configureServer(server) {
      // As it is published: for pages of other origins, in one file.
      server.middlewares.use(`/embed/${CLIENT}`, (_, response, next) => {
        bundleClient().then((code) => {
          response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
          response.setHeader('Access-Control-Allow-Origin', '*');
          response.end(code);
        }, next);
      });
      return () => {
        server.middlewares.use((request, response, next) => {
          const url = request.url ?? '/';
          pageAt(server, decodeURI(url.split('?')[0]!).slice(1))
            .then(async (html) => {
              if (html === undefined) return next();
              response.setHeader('Content-Type', 'text/html; charset=utf-8');
              response.end(await server.transformIndexHtml(url, html));
            })
            .catch(next);
        });
      };
    },
  };
}

async function pageAt(server: ViteDevServer, address: string): Promise<string | undefined> {
  const module = (await server.ssrLoadModule('/src/page.ts')) as PageModule;
  if (address === '') return chooserDocument(await module.choices(), css);
  const page = module.pages.find((entry) => entry.address === address || entry.address === `${address}/`);
  if (!page) return undefined;
  const written = await module.renderPage(page.place, '/');
  return pageDocument({
    ...written,
    data: written.data && { ...written.data, parts: [], partners: [] },
    language: page.place.language,
    root: '/',
    files: { entry: module.isFramed(page.place) ? 'src/embed.ts' : 'src/main.ts', scripts: [], css },
    film: module.data.film,
    isFramed: module.isFramed(page.place),
  });
}
