/** The pages of the other players: each as its own guide says, with the same film, picture and subtitles, and nothing that it does not need. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build } from 'vite';
import { type Content } from './contents';
import type { PlayerId } from './players';

type PeerId = Exclude<PlayerId, 'ours'>;
const PEERS: readonly PeerId[] = ['hyperaudio', 'plyr', 'vidstack', 'videojs-core', 'videojs'];

/** What Vite tells of one file it has written. */
interface Written {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}
type Manifest = Readonly<Record<string, Written>>;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const NAMES: Readonly<Record<string, string>> = { nl: 'Nederlands', en: 'English' };

const sources = (root: string, content: Content): string =>
  content.sources.map(({ file, type }) => `<source src="${root}${file}" type="${escape(type)}">`).join('');

const tracks = (root: string, { id, languages }: Content, kind: string): string =>
  languages
    .map(
      (language, index) =>
        `<track kind="${kind}" src="${root}texts/${id}/${language}.vtt" srclang="${language}" ` +
        `label="${NAMES[language] ?? language}"${index === 0 ? ' default' : ''}>`,
    )
    .join('');

const video = (attributes: string, root: string, content: Content, kind: string): string =>
  `<video ${attributes} poster="${root}${content.poster}" width="1280" height="720">` +
  `${sources(root, content)}${tracks(root, content, kind)}</video>`;

/** One paragraph for each line: the subtitles tell no times of words. */
const hypertranscript = ({ lines }: Content): string =>
  lines
    .map(
      ({ id, start, end, text }) =>
        `<p><span data-cue="${id}" data-m="${Math.round(start * 1000)}" ` +
        `data-d="${Math.round((end - start) * 1000)}">${escape(text)} </span></p>`,
    )
    .join('\n');

/** What stands in the page of each. */
const BODIES: Readonly<Record<PeerId, (root: string, content: Content) => string>> = {
  hyperaudio: (root, content) =>
    `${video('id="hyperplayer" class="hyperaudio-player" controls playsinline preload="metadata"', root, content, 'subtitles')}
<div id="hypertranscript" class="hyperaudio-transcript"><article><section>
${hypertranscript(content)}
</section></article></div>`,
  plyr: (root, content) => video('id="player" playsinline controls', root, content, 'captions'),
  vidstack: (root, content) => `<media-player title="${escape(content.title)}" playsinline>
<media-provider>
<media-poster class="vds-poster" src="${root}${content.poster}" alt=""></media-poster>
${sources(root, content)}${tracks(root, content, 'subtitles')}
</media-provider>
<media-video-layout></media-video-layout>
</media-player>`,
  'videojs-core': (root, content) =>
    video('id="player" class="video-js" controls playsinline preload="auto"', root, content, 'captions'),
  videojs: (root, content) =>
    video('id="player" class="video-js" controls playsinline preload="auto"', root, content, 'captions'),
};

function htmlOf(id: PeerId, content: Content, { file, css = [], imports = [] }: Written, manifest: Manifest): string {
  const root = '../../';
  const styles = [...css, ...imports.flatMap((name) => manifest[name]?.css ?? [])];
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(content.title)}</title>
<link rel="icon" href="data:,">
<style>body{margin:0 auto;max-width:62rem;font-family:system-ui}video{display:block;width:100%;height:auto}</style>
${styles.map((name) => `<link rel="stylesheet" href="${root}${name}">`).join('\n')}
<script type="module" src="${root}${file}"></script>
${imports.map((name) => `<link rel="modulepreload" href="${root}${manifest[name]!.file}">`).join('\n')}
</head>
<body>
<h1>${escape(content.title)}</h1>
${BODIES[id](root, content)}
</body>
</html>
`;
}

/** Bundles them and writes a page of each for each content: `<folder>/<player>/<content>/index.html`. */
export async function writePeerPages(folder: string, contents: readonly Content[]): Promise<void> {
  const here = resolve('tests/bench');
  await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    base: './',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: true,
      manifest: 'manifest.json',
      target: 'es2022',
      // Else Plyr's pictures would stand in its script, and be there before anybody needs them.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: Object.fromEntries(PEERS.map((id) => [id, join(here, 'peers', `${id}.js`)])) },
    },
  });
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  cpSync('public/film', join(folder, 'film'), { recursive: true });
  for (const content of contents) {
    cpSync(join(content.site, 'subtitles'), join(folder, 'texts', content.id), { recursive: true });
    for (const id of PEERS) {
      const page = join(folder, id, content.id);
      mkdirSync(page, { recursive: true });
      const written = manifest[relative(here, join(here, 'peers', `${id}.js`))]!;
      writeFileSync(join(page, 'index.html'), htmlOf(id, content, written, manifest));
    }
  }
}
