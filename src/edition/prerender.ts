/** Writes every page of the site as HTML that works by itself, in any folder: all addresses in it are relative. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chooserDocument, notFoundDocument, pageDocument } from './document';
import { oembedLinks } from './oembed';
import { writeRelease } from './offline-files';
import { PageStyles } from './page-styles';
import { writeSecurityText, type SecurityText } from './security-txt';
import { writeHostingFiles } from './write-hosting-files';
import { outsideNeeds } from './outside-needs';
import { writeOEmbed } from './write-oembed';

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
  /** Exact origins that may show the film in a frame; nobody named is everybody. */
  readonly partners: readonly string[];
  /** Whom to tell of a hole; nobody named is no file. */
  readonly security: Pick<SecurityText, 'contacts' | 'date'>;
}

export async function prerender({ outDir, serverDir, siteUrl, partners, security }: PrerenderOptions): Promise<number> {
  const prefix = siteUrl === undefined ? '/' : new URL(siteUrl).pathname;
  const manifestFile = join(outDir, '.vite/manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  const server = (await import(pathToFileURL(join(serverDir, 'page.js')).href)) as PageModule;
  const write = (path: string, html: string) => {
    mkdirSync(dirname(join(outDir, path)), { recursive: true });
    writeFileSync(join(outDir, path), html);
  };

  const { pages, data } = server;
  const styles = new PageStyles(outDir);
  const oembed = siteUrl ? writeOEmbed(outDir, { siteUrl, data, words: await server.allWords(), pages }) : [];

  for (const { place, address } of pages) {
    const root = '../'.repeat(address.split('/').length - 1);
    const page = await server.renderPage(place, root);
    const isFramed = server.isFramed(place);
    const entry = isFramed ? 'src/embed.ts' : 'src/main.ts';
    const needs = [
      isFramed ? 'src/embed-player.ts' : 'src/app.ts',
      server.shellFile(place),
      `src/views/${place.view}/`,
      `virtual:edition/text/${place.language}`,
      `virtual:interface/words/${place.language}`,
      ...(place.view === 'portrait' ? [`virtual:edition/portrait/${place.language}/${place.id}`] : []),
      ...(place.view === 'about' ? [`virtual:edition/about/${place.language}`] : []),
    ];
    const all = filesOf(manifest, entry, needs);
    const shell = filesOf(manifest, entry, needs.slice(0, 2));
    const first = filesOf(manifest, entry, []);
    const rests = server.rests(place);
    // What an embedded film looks like before its player is there comes with its own script; the others are whole from the start.
    const [shared, styled] = isFramed ? [first.css, first.css] : [shell.css, all.css];
    const files = { ...(rests ? first : all), css: [], styles: styles.take(shared, styled) };
    const parts = all.scripts.filter((file) => !first.scripts.includes(file));
    write(
      `${address}index.html`,
      pageDocument({
        ...page,
        data: page.data && { ...page.data, parts, ...(isFramed && { partners }) },
        language: place.language,
        root,
        files,
        film: data.film,
        isFramed,
        oembed: oembedLinks(oembed, place),
        ...(siteUrl && { siteUrl }),
      }),
    );
  }
  const { css } = filesOf(manifest, 'src/main.ts', []);
  write('index.html', chooserDocument(await server.choices(), css));
  write('404.html', notFoundDocument(await server.notFound(), css, prefix));
  rmSync(manifestFile);
  if (existsSync(join(outDir, '.vite'))) rmSync(join(outDir, '.vite'), { recursive: true });
  const languages = server.languages.map(({ code }) => code);
  writeHostingFiles(outDir, {
    prefix,
    ...(siteUrl && { host: new URL(siteUrl).hostname }),
    languages,
    partners,
    styles: styles.hashes,
    film: outsideNeeds(data.film),
  });
  writeSecurityText(outDir, { ...security, languages, ...(siteUrl && { siteUrl }) });
  writeRelease(outDir, data.film.sources);
  return pages.length;
}

/** The script that starts the page, and everything that it will surely ask for, so that all of it comes at once. */
function filesOf(manifest: Manifest, entryFile: string, wanted: readonly string[]) {
  const entries = Object.entries(manifest);
  const entry = manifest[entryFile];
  if (!entry) throw new Error(`The build has no entry "${entryFile}".`);
  const scripts = new Set<string>();
  const css = new Set<string>();
  const add = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    chunk.css?.forEach((file) => css.add(file));
    chunk.imports?.forEach(add);
  };
  add(entryFile);
  for (const part of wanted) {
    const found = entries.find(([key]) => key.replace(/^[\0_]+/, '').startsWith(part));
    if (!found) throw new Error(`The build has no chunk for "${part}".`);
    add(found[0]);
  }
  return { entry: entry.file, scripts: [...scripts], css: [...css] };
}
