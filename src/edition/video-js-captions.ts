/**
 * Reads subtitles with the reader of Video.js (videojs-vtt.js), which stands in wherever a browser's own text tracks are not used.
 * It is a browser package that takes its document when it loads: it gets a small one of ours, and nothing global is touched.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { oncePerPiece } from './once-per-text';
import { tinyDocument, type TinyNode } from './tiny-document';

export interface VideoJsCue {
  readonly id: string;
  /** In whole milliseconds. */
  readonly start: number;
  readonly end: number;
  /** The words that it would show. */
  readonly text: string;
  readonly voices: readonly string[];
  readonly classes: readonly string[];
}

interface RawCue {
  id: string;
  startTime: number;
  endTime: number;
  text: string;
}

interface WebVtt {
  StringDecoder(): unknown;
  convertCueToDOMTree(window: unknown, text: string): TinyNode | null;
  Parser: new (
    window: unknown,
    classes: unknown,
    decoder: unknown,
  ) => { oncue(cue: RawCue): void; onparsingerror(): void; parse(text: string): void; flush(): void };
}

class PlainCue implements RawCue {
  id = '';
  startTime = 0;
  endTime = 0;
  text = '';
}
class PlainRegion {}

const window = { document: tinyDocument };
let loaded: WebVtt | undefined;

function load(): WebVtt {
  const file = createRequire(import.meta.url).resolve('videojs-vtt.js/lib/vtt.js');
  const module: { exports: unknown } = { exports: {} };
  const require = (name: string) => {
    if (name === 'global/document') return tinyDocument;
    throw new Error(`videojs-vtt.js asks for ${name}, which it did not before: see src/edition/video-js-captions.ts.`);
  };
  const run = compileFunction(readFileSync(file, 'utf8'), ['module', 'require'], { filename: file });
  Reflect.apply(run, undefined, [module, require]);
  return module.exports as WebVtt;
}

export function readAsVideoJs(text: string): VideoJsCue[] {
  loaded ??= load();
  const vtt = loaded;
  const cues: RawCue[] = [];
  const parser = new vtt.Parser(window, { VTTCue: PlainCue, VTTRegion: PlainRegion }, vtt.StringDecoder());
  parser.oncue = (cue) => cues.push(cue);
  // What it cannot read it leaves out, which shows in the comparison.
  parser.onparsingerror = () => {};
  parser.parse(text);
  parser.flush();
  return cues.map(({ id, startTime, endTime, text: source }) => ({
    id,
    start: Math.round(startTime * 1000),
    end: Math.round(endTime * 1000),
    ...readWords(source),
  }));
}

const readWords = oncePerPiece((source) => flatten((loaded ??= load()).convertCueToDOMTree(window, source)));

/** Goes through the tree without calling itself: a cue can hold thousands of tags within tags. */
function flatten(root: TinyNode | null): Pick<VideoJsCue, 'text' | 'voices' | 'classes'> {
  const texts: string[] = [];
  const voices: string[] = [];
  const classes: string[] = [];
  const waiting = root ? [root] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.localName === '#text') texts.push(node.textContent);
    if (node.title) voices.push(node.title);
    classes.push(...node.className.split(' ').filter(Boolean));
    waiting.push(...node.childNodes.toReversed());
  }
  return { text: texts.join(''), voices, classes };
}
