/** Draws the frames of a film in browsers and keeps them in pieces, so that a second run draws only what changed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { drawFrame } from './picture/frame';
import { FRAMES_A_SECOND, type Story } from './picture/story';
import { Stage } from './stage';

/** Ten seconds: enough for the browser to get going, little enough to lose. */
const PIECE = 250;
/** Change it when the way from drawing to piece changes. */
const WAY = 'jpeg95-x264qp0-bt709-v1';

/** The browser's JPEG has all levels and the older matrix; films have fewer levels and the newer one. */
const TO_FILM =
  'scale=in_range=pc:in_color_matrix=bt601:out_range=tv:out_color_matrix=bt709:flags=accurate_rnd+full_chroma_int,format=yuv420p';
export const COLOURS = [
  '-color_range',
  'tv',
  '-colorspace',
  'bt709',
  '-color_primaries',
  'bt709',
  '-color_trc',
  'bt709',
];
export const EXACT = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'];

export interface RenderOptions {
  readonly folder: string;
  readonly browser: string | undefined;
  readonly from: number;
  readonly to: number;
  /** Draws every so many frames only: to look at a film in a tenth of the time. */
  readonly step: number;
  readonly say: (line: string) => void;
}

interface Piece {
  readonly file: string;
  readonly frames: readonly number[];
}

/** The files of the pieces, in order. */
export async function renderPieces(story: Story, options: RenderOptions): Promise<string[]> {
  mkdirSync(options.folder, { recursive: true });
  const pieces = planPieces(story, options);
  const missing = pieces.filter((piece) => !existsSync(piece.file));
  options.say(`${pieces.length} pieces of picture, ${missing.length} to draw.`);
  const began = Date.now();
  let done = 0;
  const work = async () => {
    if (!missing.length) return;
    const stage = await Stage.open(options.browser);
    try {
      for (let piece = missing.shift(); piece; piece = missing.shift()) {
        await renderPiece(story, piece, stage, FRAMES_A_SECOND / options.step);
        done += 1;
        options.say(`drawn ${done} pieces in ${Math.round((Date.now() - began) / 1000)} s`);
      }
    } finally {
      await stage.close();
    }
  };
  // Two browsers: while one takes its picture the other draws.
  await Promise.all([work(), work()]);
  return pieces.map((piece) => piece.file);
}

function planPieces(story: Story, { folder, from, to, step }: RenderOptions): Piece[] {
  const first = Math.round(from * FRAMES_A_SECOND);
  const last = Math.min(Math.round(to * FRAMES_A_SECOND), Math.round(story.seconds * FRAMES_A_SECOND));
  const pieces: Piece[] = [];
  for (let at = first; at < last; at += PIECE * step) {
    const frames: number[] = [];
    const hash = createHash('sha256').update(WAY).update(String(step));
    for (let frame = at; frame < Math.min(at + PIECE * step, last); frame += step) {
      frames.push(frame);
      hash.update(drawFrame(story, frame));
    }
    // Named after what is drawn, not after the code that draws it.
    pieces.push({ file: join(folder, `${hash.digest('hex').slice(0, 24)}.mkv`), frames });
  }
  return pieces;
}

async function renderPiece(story: Story, { file, frames }: Piece, stage: Stage, rate: number): Promise<void> {
  const part = `${file}.part`;
  const ffmpeg = spawn(
    'ffmpeg',
    // prettier-ignore
    ['-v', 'error', '-y', '-f', 'image2pipe', '-framerate', String(rate), '-c:v', 'mjpeg', '-i', '-', '-vf', TO_FILM,
      '-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '0', '-threads', '1', ...COLOURS, ...EXACT, '-f', 'matroska', part],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const ended = once(ffmpeg, 'close');
  for (const frame of frames) {
    const picture = await stage.picture(drawFrame(story, frame));
    if (!ffmpeg.stdin.write(picture)) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`ffmpeg stopped with ${code} while writing ${file}.`);
  renameSync(part, file);
}
