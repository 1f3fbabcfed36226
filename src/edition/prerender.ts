/** Writes every page of the site as HTML that works by itself, in any folder: all addresses in it are relative. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chooserDocument, pageDocument } from './document';
import { writeOfflineList } from './offline-files';

type PageModule = typeof import('../page');

interface ManifestChunk {
  readonly file: string;
  readonly src?: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly isEntry?: boolean;
}
type Manifest = Readonly<Record<string, ManifestChunk>>;

export interface PrerenderOptions {
  readonly outDir: string;
  /** Folder with the bundled `page.js`. */
  readonly serverDir: string;
  /** Where the site will stand, when it is known: `https://film.example.org/`. Search engines want whole addresses. */
  readonly siteUrl?: string;
}

export async function prerender({ outDir, serverDir, siteUrl }: PrerenderOptions): Promise<number> {
  const manifestFile = join(outDir, '.vite/manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  const server = (await import(pathToFileURL(join(serverDir, 'page.js')).href)) as PageModule;
  const write = (path: string, html: string) => {
    mkdirSync(dirname(join(outDir, path)), { recursive: true });
    writeFileSync(join(outDir, path), html);
  };

  for (const { place, address } of server.pages) {
    const root = '../'.repeat(address.split('/').length - 1);
    const page = await server.renderPage(place, root);
    const files = filesOf(manifest, [
      server.shellFile(place),
      `src/views/${place.view}/`,
      `virtual:edition/text/${place.language}`,
      `src/language/words/${place.language}.json`,
      ...(place.view === 'portrait' ? [`virtual:edition/portrait/${place.language}/${place.id}`] : []),
      ...(place.view === 'about' ? [`virtual:edition/about/${place.language}`] : []),
    ]);
    write(
      `${address}index.html`,
      pageDocument({
        ...page,
        language: place.language,
        address,
        root,
        files,
        film: server.film,
        ...(siteUrl && { siteUrl }),
      }),
    );
  }
  write('index.html', chooserDocument(server.languages, filesOf(manifest, []).css));
  rmSync(manifestFile);
  if (existsSync(join(outDir, '.vite'))) rmSync(join(outDir, '.vite'), { recursive: true });
  writeOfflineList(outDir, server.film.sources);
  return server.pages.length;
}

/** The script that starts the page, and everything that it will surely ask for, so that all of it comes at once. */
function filesOf(manifest: Manifest, wanted: readonly string[]) {
  const entries = Object.entries(manifest);
  const entry = entries.find(([, chunk]) => chunk.isEntry);
  if (!entry) throw new Error('The build has no entry.');
  const scripts = new Set<string>();
  const css = new Set<string>();
  const add = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    chunk.css?.forEach((file) => css.add(file));
    chunk.imports?.forEach(add);
  };
  add(entry[0]);
  for (const part of wanted) {
    const found = entries.find(([key]) => key.replace(/^[\0_]+/, '').startsWith(part));
    if (!found) throw new Error(`The build has no chunk for "${part}".`);
    add(found[0]);
  }
  return { entry: entry[1].file, scripts: [...scripts], css: [...css] };
}
