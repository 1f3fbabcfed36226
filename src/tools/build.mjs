// Builds the site into OUT_DIR or dist (`npm run build`), and knows whether what is there is still what the files say.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const SETTINGS = [
  'EDITION',
  'EDITION_ROOT',
  'OUT_DIR',
  'OUTSIDE_FILMS',
  'PARTNERS',
  'SECURITY_CONTACT',
  'SITE_URL',
  'SOURCE_DATE_EPOCH',
];
export const CONTENT = ['media-manifests', 'subtitles', 'public'];
export const OURS = ['src', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json', 'LICENSE'];

/** Where the edition's files are. */
export const contentFolder = () => resolve(root, process.env.EDITION_ROOT || '.');

export const siteFolder = () => resolve(root, process.env.OUT_DIR || 'dist');

const digest = (text) => createHash('sha256').update(text).digest('hex');

/** `path size time` of each file at or below `path`. */
function* filesAt(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) for (const name of readdirSync(path).sort()) yield* filesAt(join(path, name));
  else if (found) yield `${path} ${found.size} ${found.mtimeMs}`;
}

/** Of all that the site is made from: a change of any of it is another value. */
function inputs() {
  const paths = [...OURS.map((name) => join(root, name)), ...CONTENT.map((name) => join(contentFolder(), name))];
  const settings = SETTINGS.map((name) => `${name}=${process.env[name] ?? ''}`);
  return digest([...settings, process.version, ...paths.flatMap((path) => [...filesAt(path)])].join('\n'));
}

/** Of the site itself, so that another build into the same folder, or a file taken away, is noticed. */
const outputs = () => digest([...filesAt(siteFolder())].join('\n'));

const stampFile = () => join(root, '.cache', 'built', `${digest(siteFolder()).slice(0, 16)}.json`);

export function isBuilt() {
  try {
    const stamp = JSON.parse(readFileSync(stampFile(), 'utf8'));
    return stamp.inputs === inputs() && stamp.outputs === outputs();
  } catch {
    return false;
  }
}

/** Throws with what is wrong when the site can't be built. */
export async function build() {
  // Vite would list each import without an extension, for a loader of configurations that Node 20 can't use.
  process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
  const { createBuilder } = await import('vite');
  const before = inputs();
  const builder = await createBuilder({
    root,
    configLoader: 'bundle',
    logLevel: 'warn',
    // How long its plugins take is told on slow machines only, as a warning.
    build: { rolldownOptions: { checks: { pluginTimings: false } } },
  });
  await builder.buildApp();
  mkdirSync(join(root, '.cache', 'built'), { recursive: true });
  writeFileSync(stampFile(), JSON.stringify({ inputs: before, outputs: outputs() }));
}

/** For people: what is wrong, without the way through Vite's code. */
export const notBuilt = ({ message }) =>
  `The site could not be built: ${message.replace(/^ +at .*\n?/gm, '').trimEnd()}`;

/** The path of the site for people. */
export const siteName = () => relative(process.cwd(), siteFolder()) || '.';

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { stop } = await import('./stop.mjs');
  await build().catch((reason) => stop(notBuilt(reason)));
}
