/** A copy of the built site that a test may change and release anew, as a host does with a new build, and the server it stands on. */
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeRelease } from '../../src/edition/offline-files';
import { serveFolder } from './own-server';
import { edition } from './shipped-edition';

const built = process.env['OUT_DIR'] || 'dist';
const { sources } = edition.data.film;

/** `folder` is that of the site on its host, such as `een/map`; it may be empty. */
export async function hostedCopy(folder = '') {
  const root = mkdtempSync(join(tmpdir(), 'dichterbij-'));
  const site = join(root, folder);
  cpSync(built, site, { recursive: true });
  // A host has a page at its root too.
  if (folder !== '') writeFileSync(join(root, 'index.html'), '<!doctype html><title>Host</title>');
  const server = await serveFolder(root, '');
  const release = () => writeRelease(site, sources);
  const edit = (path: string, find: string | RegExp, put: string) => {
    const file = join(site, path);
    writeFileSync(file, readFileSync(file, 'utf8').replace(find, put));
  };
  return {
    address: `${server.address}${folder && '/'}${folder}`,
    root,
    site,
    edit,
    release,
    /** Another text on a page. */
    releaseText(page: string, mark: string) {
      edit(join(page, 'index.html'), '</body>', `<p id="${mark}"></p></body>`);
      return release();
    },
    /** The same film to look at, with other bytes: an empty box behind it, which every player passes over. */
    releaseFilm() {
      for (const { file } of sources)
        if (file.endsWith('.mp4')) appendFileSync(join(site, file), Buffer.from([0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65]));
      return release();
    },
    /** Every script has another name, as after a change of what all of them import, and the older ones are gone. */
    releaseScripts() {
      const assets = join(site, 'assets');
      const newerName = (name: string) => name.replace(/\.js$/, '-newer.js');
      const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
      for (const name of scripts) renameSync(join(assets, name), join(assets, newerName(name)));
      const names = new RegExp(scripts.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
      for (const file of readdirSync(site, { recursive: true, withFileTypes: true }))
        if (file.isFile() && /\.(js|html)$/.test(file.name)) {
          const path = join(file.parentPath, file.name);
          writeFileSync(path, readFileSync(path, 'utf8').replace(names, newerName));
        }
      return release();
    },
    async stop() {
      await server.stop();
      rmSync(root, { recursive: true });
    },
  };
}
