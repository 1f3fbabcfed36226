/** Writes the files of `oembed/` into a built site, beside the pictures that they tell of. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { oembedFiles, type OEmbedFile, type OEmbedSource } from './oembed';
import { pictureSize } from './picture-size';

export function writeOEmbed(outDir: string, source: Omit<OEmbedSource, 'sizeOf'>): OEmbedFile[] {
  const files = oembedFiles({ ...source, sizeOf: (file) => pictureSize(readFileSync(join(outDir, file))) });
  for (const { path, response } of files) {
    mkdirSync(dirname(join(outDir, path)), { recursive: true });
    writeFileSync(join(outDir, path), `${JSON.stringify(response, null, 2)}\n`);
  }
  return files;
}
