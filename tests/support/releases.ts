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
    /** A script has another name, as after a change of its code, and the older one is gone. Pages that were loaded before ask for that. */
    releaseScript(begin: string) {
      const assets = join(site, 'assets');
      const name = readdirSync(assets).find((each) => each.startsWith(begin) && each.endsWith('.js'))!;
      const newer = name.replace(/-[^-]*\.js$/, '-another.js');
      renameSync(join(assets, name), join(assets, newer));
      for (const file of readdirSync(site, { recursive: true, withFileTypes: true }))
        if (file.isFile() && /\.(js|html)$/.test(file.name)) {
          const path = join(file.parentPath, file.name);
          const text = readFileSync(path, 'utf8');
          if (text.includes(name)) writeFileSync(path, text.replaceAll(name, newer));
        }
      return release();
    },
    async stop() {
      await server.stop();
      rmSync(root, { recursive: true });
    },
  };
}
