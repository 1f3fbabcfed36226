/** The small edition with harm in every text, as far as the checks let it pass, and the site that is built of it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { smallFixture } from '../fixtures/prepare-fixture';

/** What a reader sees of it: as it stands here, sign by sign. */
export const SHOWN = '<img src=x onerror=hostile()>';
const WRITTEN = SHOWN.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
export const NAME = `Mila' onload="hostile()`;
/** Short, for any text of the words; markup itself is refused there. */
export const WORDS = `"'> {{7*7}} &lt;b&gt;`;
const LONG_WORD = 'dichterbij'.repeat(14);
const TURNED = '\u202eomgekeerd\u202c \u2067שלום\u2069';

/** Names of fields that are no text but an address, an id or a name that other files repeat. */
const NO_TEXT = ['slug', 'url', 'phone', 'narrator'];

function spoilWords(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => spoilWords(each, name));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, spoilWords(part, key)]));
  if (NO_TEXT.includes(name)) return value;
  const hasRoom = ['about', 'hostNote', 'text', 'gloss', 'summary'].includes(name);
  return hasRoom ? `${WORDS} ${TURNED} ${LONG_WORD}` : WORDS;
}

const spoilSubtitles = (text: string) =>
  text.replaceAll(/<v ([^>]*)>((?:.+\n?)+)/g, (_, voice: string, words: string) => {
    const phrases = [...words.matchAll(/<c\.([\w-]+)>/g)].map(([, theme]) => `<c.${theme}>&lt;b></c>`);
    return `<v ${voice === 'Mila' ? NAME : voice}>${[WRITTEN, ...phrases].join('')}\n`;
  });

/** A paragraph more under each title. */
const spoilPortrait = (text: string) =>
  text
    .replace(/^# Mila$/m, `# ${NAME}`)
    .replaceAll(/^(#.*\n)/gm, `$1\n\\${SHOWN} ${TURNED} \\<script>hostile()\\</script> ${'x'.repeat(2000)}\n`);

export interface HostileSite {
  readonly folder: string;
  remove(): void;
}

export function buildHostileSite(): HostileSite {
  const root = mkdtempSync(join(tmpdir(), 'hostile-'));
  const change = (folder: string, ending: string, spoil: (text: string) => string) => {
    for (const name of readdirSync(join(root, folder)).filter((each) => each.endsWith(ending)))
      writeFileSync(join(root, folder, name), spoil(readFileSync(join(root, folder, name), 'utf8')));
  };
  for (const part of ['media-manifests', 'subtitles'])
    cpSync(join(smallFixture, part), join(root, part), { recursive: true });
  cpSync(join(smallFixture, 'public'), join(root, 'public'), { recursive: true });
  // A film that plays: there the small edition has only a name.
  cpSync('tests/fixtures/media/ten-seconds.mp4', join(root, 'public/film/film.mp4'));
  const manifests = 'media-manifests/broodlicht';
  change(manifests, 'film.json', (text) => text.replace('"Mila"', JSON.stringify(NAME)));
  for (const language of ['nl', 'en']) {
    change(manifests, `words.${language}.json`, (text) => JSON.stringify(spoilWords(JSON.parse(text))));
    change('subtitles/broodlicht', `${language}.vtt`, spoilSubtitles);
  }
  change(`${manifests}/portraits`, '.md', spoilPortrait);
  const folder = join(root, 'site');
  execFileSync(process.execPath, [resolve('src/tools/build.mjs')], {
    env: { ...process.env, EDITION: '', EDITION_ROOT: root, OUT_DIR: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { folder, remove: () => rmSync(root, { recursive: true, force: true }) };
}
