/** `npm run client:publish`: keeps what partners' pages load under its version, for ever, and its hash beside it. */
import { existsSync, writeFileSync } from 'node:fs';
import {
  bundleClient,
  clientVersion,
  HASHES,
  hashesText,
  integrityOf,
  publishedFile,
  publishedVersions,
  twinName,
} from './build-client';

export async function run(): Promise<number> {
  const code = await bundleClient();
  const version = clientVersion();
  const file = twinName(version);
  const integrity = integrityOf(code);
  const before = existsSync(publishedFile(HASHES)) ? publishedVersions() : {};
  if (before[version] && before[version].integrity !== integrity) {
    process.stderr.write(
      `Version ${version} is published with other content: raise CLIENT_VERSION in src/sync/embed/client/dichterbij-film.ts.\n`,
    );
    return 1;
  }
  writeFileSync(publishedFile(file), code);
  writeFileSync(publishedFile(HASHES), hashesText({ ...before, [version]: { file, integrity } }));
  process.stdout.write(`${publishedFile(file)}\n`);
  return 0;
}
