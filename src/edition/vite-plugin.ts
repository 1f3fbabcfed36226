/**
 * Serves one edition to the page: reads and checks it, fails the build on a problem, reloads the page when a file changes.
 * Its modules: `virtual:edition` (data), and one for each text, portrait and about page, loaded when they are near.
 */
import { join, relative, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Plugin, ViteDevServer } from 'vite';
import { formatProblems } from './problems';
import { readEdition } from './read-edition';
import type { Edition } from '../timeline/edition-data';

const PREFIX = 'virtual:edition';

export interface EditionOptions {
  /** The folder with `media-manifests`, `subtitles` and `public`. */
  readonly root: string;
  /** The edition's id; without it the only or the default one. */
  readonly edition?: string;
}

export function editionPlugin(options: EditionOptions): Plugin {
  let edition: Edition | undefined;
  let files: readonly string[] = [];

  function read(): string | undefined {
    const result = readEdition(options);
    edition = result.edition;
    files = result.files;
    const report = formatProblems(result.problems);
    if (!edition) return report;
    if (result.problems.length > 0) console.warn(report);
    return undefined;
  }

  return {
    name: 'dichterbij:edition',
    buildStart() {
      if (this.environment.name !== 'client' && edition) return;
      const report = read();
      if (report !== undefined && this.environment.mode === 'build')
        this.error(`The edition has problems.\n\n${report}`);
      if (report !== undefined) console.error(report);
    },
    resolveId(id) {
      return id === PREFIX || id.startsWith(`${PREFIX}/`) ? `\0${id}` : undefined;
    },
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      if (!edition) this.error('The edition has problems; see above.');
      return moduleSource(edition, id.slice(PREFIX.length + 1));
    },
    generateBundle() {
      if (this.environment.name !== 'client' || !edition) return;
      for (const [name, file] of Object.entries(subtitleFiles(options.root, edition))) {
        this.emitFile({ type: 'asset', fileName: name, source: readFileSync(file) });
      }
      this.emitFile({ type: 'asset', fileName: 'icon.svg', source: readFileSync('src/styles/icon.svg') });
    },
    configureServer(server) {
      serveSubtitles(server, () => (edition ? subtitleFiles(options.root, edition) : {}));
      const reload = (changed: string) => {
        const inEdition = files.some((file) => !relative(resolve(options.root, file), changed).startsWith('..'));
        if (!inEdition) return;
        const report = read();
        if (report !== undefined) console.error(report);
        for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      };
      server.watcher.add(files.map((file) => resolve(options.root, file)));
      for (const event of ['change', 'add', 'unlink'] as const) server.watcher.on(event, reload);
    },
    /** For the prerenderer, after the build. */
    api: { edition: () => edition },
  };
}

function moduleSource(edition: Edition, path: string): string {
  const [, kind, language = '', person = ''] = path.split('/');
  switch (kind) {
    case undefined:
      return asModule(edition.data);
    case 'text':
      return asModule(edition.texts[language]);
    case 'about':
      return asModule(edition.about[language]);
    case 'portrait':
      return asModule(edition.portraits[language]?.[person]);
    default:
      return loadersSource(edition);
  }
}

/** JSON inside JavaScript; the two line separators that JSON allows and older JavaScript does not are escaped. */
function asModule(value: unknown): string {
  return `export default ${JSON.stringify(value)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')};`;
}

function loadersSource({ data }: Edition): string {
  const people = data.people.map(({ id }) => id);
  const record = (keys: readonly string[], kind: string) =>
    `{${keys.map((key) => `${JSON.stringify(key)}: () => import(${JSON.stringify(`${PREFIX}/${kind}/${key}`)})`).join(',')}}`;
  return [
    `export const texts = ${record(data.languages, 'text')};`,
    `export const about = ${record(data.languages, 'about')};`,
    `export const portraits = ${record(
      data.languages.flatMap((language) => people.map((person) => `${language}/${person}`)),
      'portrait',
    )};`,
  ].join('\n');
}

/** The score as it is, for native tracks: `subtitles/nl.vtt` by its file. */
function subtitleFiles(root: string, { data }: Edition): Record<string, string> {
  return Object.fromEntries(
    data.languages.map((language) => [
      `subtitles/${language}.vtt`,
      join(root, 'subtitles', data.id, `${language}.vtt`),
    ]),
  );
}

function serveSubtitles(server: ViteDevServer, names: () => Record<string, string>) {
  server.middlewares.use((request, response, next) => {
    const file = names()[(request.url ?? '').replace(/^\//, '').split('?')[0]!];
    if (file === undefined) return next();
    response.setHeader('Content-Type', 'text/vtt; charset=utf-8');
    response.end(readFileSync(file));
  });
}
