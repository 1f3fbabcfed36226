/** `npm run dev`: the same pages as the build writes, made at each request and taken over by the same script. */
import type { Plugin } from 'vite';
import { chooserDocument, pageDocument } from './document';

type PageModule = typeof import('../page');

export function devPages(): Plugin {
  return {
    name: 'dichterbij:dev-pages',
    configureServer(server) {
      return () => {
        server.middlewares.use(async (request, response, next) => {
          try {
            const address = decodeURI((request.url ?? '/').split('?')[0]!).slice(1);
            const module = (await server.ssrLoadModule('/src/page.ts')) as PageModule;
            const page = module.pages.find((entry) => entry.address === address || entry.address === `${address}/`);
            if (!page && address !== '') return next();
            const html = page
              ? pageDocument({
                  ...(await module.renderPage(page.place, '/')),
                  language: page.place.language,
                  address: page.address,
                  root: '/',
                  files: { entry: 'src/main.ts', scripts: [], css: ['src/styles/index.css'] },
                  film: module.film,
                })
              : chooserDocument(module.languages, ['src/styles/index.css']);
            response.setHeader('Content-Type', 'text/html; charset=utf-8');
            response.end(await server.transformIndexHtml(request.url ?? '/', html));
          } catch (reason) {
            next(reason);
          }
        });
      };
    },
  };
}
