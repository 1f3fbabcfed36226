/**
 * Serves one edition to the page: reads and checks it, fails the build on a problem, reloads the page when a file changes.
 * Its modules: `virtual:edition` (data), and one for each text, portrait and about page, loaded when they are near.
 */
import { join, relative, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Plugin, ViteDevServer } from 'vite';
import { outsideNeeds } from './outside-needs';
import { formatProblems } from './problems';
import { readEdition } from './read-edition';
import { textsOf, type InterfaceFile } from './interface-schema';
import type { Edition } from '../timeline/edition-data';
import { transcriptText } from '../timeline/transcript-text';

const PREFIX = 'virtual:edition';
const INTERFACE = 'virtual:interface';
const isOurs = (id: string) => [PREFIX, INTERFACE].some((prefix) => id === prefix || id.startsWith(`${prefix}/`));

export interface EditionOptions {
  /** The folder with `media-manifests`, `subtitles` and `public`. */
  readonly root: string;
  /** The edition's id; without it the only or the default one. */
  readonly edition?: string;
  /** False where the deployer wants nothing from services elsewhere. */
  readonly outsideFilms?: boolean;
}

export function editionPlugin(options: EditionOptions): Plugin {
  let edition: Edition | undefined;
  let interfaces: Readonly<Record<string, InterfaceFile>> = {};

  /** Answers with what there is to tell of it: nothing to show waits for that, as all of its language is read for it. */
  function read(): () => string | undefined {
    const result = readEdition(options);
    ({ edition, interfaces } = result);
    return () => (result.problems.length > 0 ? formatProblems(result.problems) : undefined);
  }

  return {
    name: 'dichterbij:edition',
    // A site is built with the parts that its film needs. Served while it is worked on, it has them all, as its edition may change.
    config(_, { command }) {
      const needs = command === 'build' ? readEdition(options).edition?.data.film : undefined;
      const { inParts, service } = needs ? outsideNeeds(needs) : { inParts: true, service: '' };
      return {
        define: {
          'import.meta.env.FILM_IN_PARTS': JSON.stringify(inParts),
          'import.meta.env.FILM_AT_SERVICE': JSON.stringify(service !== undefined),
        },
      };
    },
    buildStart() {
      if (this.environment.name !== 'client' && edition) return;
      const report = read()();
      if (!edition && this.environment.mode === 'build') this.error(`The edition has problems.\n\n${report}`);
      if (report !== undefined) console[edition ? 'warn' : 'error'](report);
    },
    resolveId(id) {
      return isOurs(id) ? `\0${id}` : undefined;
    },
    load(id) {
      const name = id.slice(1);
      if (!id.startsWith('\0') || !isOurs(name)) return undefined;
      if (!edition) this.error('The edition has problems; see above.');
      const code = name.startsWith(INTERFACE) ? interfaceSource(interfaces, name) : moduleSource(edition, name);
      // Nobody reads its lines, and for a long film a map of them takes longer than the words.
      return { code, map: { mappings: '' } };
    },
    generateBundle() {
      if (this.environment.name !== 'client' || !edition) return;
      for (const [fileName, source] of Object.entries(siteFiles(options.root, edition, interfaces))) {
        this.emitFile({ type: 'asset', fileName, source: source() });
      }
    },
    configureServer(server) {
      serveFiles(server, () => (edition ? siteFiles(options.root, edition, interfaces) : {}));
      const folders = ['media-manifests', 'subtitles', 'public'].map((folder) => resolve(options.root, folder));
      folders.push(resolve('src/language/words'));
      const reload = (changed: string) => {
        if (folders.every((folder) => relative(folder, changed).startsWith('..'))) return;
        const before = { edition, interfaces };
        const report = read();
        for (const { moduleGraph } of Object.values(server.environments))
          // What does not hold the edition stays as it is: to make all of it anew takes seconds.
          for (const [id, module] of moduleGraph.idToModuleMap)
            if (id.startsWith('\0') && isOurs(id.slice(1))) moduleGraph.invalidateModule(module);
        if (edition) {
          tell(server, before, { edition, interfaces });
          setImmediate(() => {
            const advice = report();
            if (advice !== undefined) console.warn(advice);
          });
          return;
        }
        const message = report() ?? '';
        console.error(message);
        server.ws.send({ type: 'error', err: { message, stack: '' } });
      };
      // An edition may lie outside the project, where Vite does not look by itself.
      server.watcher.add(folders);
      for (const event of ['change', 'add', 'unlink'] as const) server.watcher.on(event, reload);
    },
  };
}

/** What stays the same object is written out once. */
const written = new WeakMap<object, string>();

function asText(value: object): string {
  const text = written.get(value) ?? JSON.stringify(value);
  written.set(value, text);
  return text;
}

const isSame = (one: object | undefined, other: object | undefined) =>
  one === other || (one !== undefined && other !== undefined && asText(one) === asText(other));

interface Served {
  readonly edition: Edition | undefined;
  readonly interfaces: Readonly<Record<string, InterfaceFile>>;
}

const besideTexts = ({ edition, interfaces }: Served) => [
  edition?.data,
  edition?.portraits,
  edition?.about,
  interfaces,
];

/** Words alone are changed in the page as it stands, at the moment of the film where its maker is; anything else makes it anew. */
function tell(server: ViteDevServer, before: Served, now: Served & { readonly edition: Edition }): void {
  const changed = Object.values(now.edition.texts).filter(
    (text) => !isSame(text, before.edition?.texts[text.language]),
  );
  const others = besideTexts(before);
  if (changed.length === 0 || !besideTexts(now).every((part, index) => isSame(part, others[index])))
    return server.ws.send({ type: 'full-reload' });
  for (const text of changed) server.ws.send('dichterbij:text', text);
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

/** Browsers read JSON in a string in a fraction of the time that they take for the same as a script, and so does Vite. */
const asJavaScript = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

const asModule = (value: unknown): string => `export default ${asJavaScript(value)};`;

/** An object of functions that each import a module of `prefix`. */
const importsOf = (keys: readonly string[], prefix: string): string =>
  `{${keys.map((key) => `${JSON.stringify(key)}: () => import(${JSON.stringify(`${prefix}/${key}`)})`).join(',')}}`;

/** Names of all languages travel with every page, the words of each apart. */
function interfaceSource(interfaces: Readonly<Record<string, InterfaceFile>>, path: string): string {
  const [, kind, language = ''] = path.split('/');
  if (kind === 'loaders') return `export const loaders = ${importsOf(Object.keys(interfaces), `${INTERFACE}/words`)};`;
  if (kind === 'words') {
    const { digits, region, ...file } = interfaces[language]!;
    return asModule({ ...(digits && { digits }), ...(region && { region }), ...textsOf(file) });
  }
  const namesOf = ({ language: { name, short, address } }: InterfaceFile) => ({ name, short, address });
  const names = Object.entries(interfaces).map(([code, file]) => [code, namesOf(file)]);
  return `export const names = ${asJavaScript(Object.fromEntries(names))};`;
}

function loadersSource({ data }: Edition): string {
  const people = data.people.map(({ id }) => id);
  const record = (keys: readonly string[], kind: string) => importsOf(keys, `${PREFIX}/${kind}`);
  return [
    `export const texts = ${record(data.languages, 'text')};`,
    `export const about = ${record(data.languages, 'about')};`,
    `export const portraits = ${record(
      data.languages.flatMap((language) => people.map((person) => `${language}/${person}`)),
      'portrait',
    )};`,
  ].join('\n');
}

/** Tells browsers and editors that a text is UTF-8, whatever a host says of it. */
const BYTE_ORDER_MARK = '\uFEFF';

type SiteFiles = Record<string, () => string | Buffer>;

/** Files of the site that are made, or lie elsewhere in the project: the score as it is, for native tracks, the words alone, the icon. */
function siteFiles(root: string, { data, texts }: Edition, interfaces: Served['interfaces']): SiteFiles {
  const files: SiteFiles = { 'icon.svg': () => readFileSync('src/styles/icon.svg') };
  for (const language of data.languages) {
    const score = (name: string) => {
      files[`subtitles/${name}`] = () => readFileSync(join(root, 'subtitles', data.id, name));
    };
    score(`${language}.vtt`);
    if (data.descriptions.length > 0) score(`${language}.descriptions.vtt`);
    const { transcript } = textsOf(interfaces[language]!) as { transcript: { inPicture: string } };
    files[`subtitles/${language}.txt`] = () =>
      BYTE_ORDER_MARK + transcriptText({ data, text: texts[language]!, inPicture: transcript.inPicture });
  }
  return files;
}

const TYPES: Record<string, string> = {
  vtt: 'text/vtt; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
};

function serveFiles(server: ViteDevServer, files: () => SiteFiles) {
  server.middlewares.use((request, response, next) => {
    const name = (request.url ?? '').replace(/^\//, '').split('?')[0]!;
    const file = files()[name];
    if (file === undefined) return next();
    response.setHeader('Content-Type', TYPES[name.split('.').at(-1)!] ?? 'text/plain');
    response.end(file());
  });
}
