/** Puts the files for hosts into the built site. Each version of the script for partners has a rule in them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedVersions } from './build-client';
import { caddyFile, headersFile, nginxFile, type HostingSite } from './hosting-files';

export function writeHostingFiles(outDir: string, known: Omit<HostingSite, 'versioned'>): void {
  const site: HostingSite = { ...known, versioned: Object.values(publishedVersions()).map(({ file }) => file) };
  mkdirSync(join(outDir, 'hosting'), { recursive: true });
  writeFileSync(join(outDir, '_headers'), headersFile(site));
  writeFileSync(join(outDir, 'hosting/nginx.conf'), nginxFile(site));
  writeFileSync(join(outDir, 'hosting/Caddyfile'), caddyFile(site));
}
