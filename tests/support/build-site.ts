/** Builds a site of a test's own from the small edition with other sources of film, into a temporary folder. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prepareFixture } from '../fixtures/prepare-fixture';

interface BuiltSite {
  readonly folder: string;
  readonly remove: () => void;
}

/** Each with `settings` of the build, as a deployer gives them. */
export async function buildSite(
  sources: readonly object[],
  settings: Readonly<Record<string, string>> = {},
): Promise<BuiltSite> {
  const edition = prepareFixture();
  const manifest = join(edition.root, 'media-manifests/broodlicht/film.json');
  const film = JSON.parse(readFileSync(manifest, 'utf8')) as { film: { sources: readonly object[] } };
  film.film.sources = sources;
  writeFileSync(manifest, JSON.stringify(film));
  cpSync('tests/fixtures/media/hls', join(edition.root, 'public/film/hls'), { recursive: true });
  return build(edition, settings);
}

/** Of the edition that is written from right to left, with a film, a picture and small pictures that are of other tests and of the site. */
export async function buildArabicSite(): Promise<BuiltSite> {
  const root = mkdtempSync(join(tmpdir(), 'edition-'));
  cpSync('tests/fixtures/arabic', root, { recursive: true });
  cpSync('tests/fixtures/media/ten-seconds.mp4', join(root, 'public/film/film.mp4'));
  for (const name of ['poster.jpg', 'sprite.avif']) cpSync(join('public/film', name), join(root, 'public/film', name));
  return build({ root, remove: () => rmSync(root, { recursive: true, force: true }) });
}

async function build(
  edition: { readonly root: string; readonly remove: () => void },
  settings: Readonly<Record<string, string>> = {},
): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  const env = { ...process.env, EDITION: '', EDITION_ROOT: edition.root, OUT_DIR: folder, ...settings };
  await promisify(execFile)(process.execPath, ['src/tools/build.mjs'], { env });
  edition.remove();
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
