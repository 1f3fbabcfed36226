/** The small pictures that the time bar shows, in one file. Each is taken by going there, so a film of ten hours takes no longer. */
import { execFileSync } from 'node:child_process';
import { ffmpeg, lengthOf } from './encode';
import { AVIF } from './encode-still';
import { EXACT } from './render';
import { gridFor, momentsOf, type Grid } from './sprite-grid';

/** Pixels: twice as sharp as it is shown would be four times the bytes, for a picture that is looked at in passing. */
const WIDTH = 160;
const CRF = '26';

function pictureAt(film: string, seconds: number): Buffer {
  const way = ['-frames:v', '1', '-vf', `scale=${WIDTH}:-2:flags=lanczos+accurate_rnd`];
  return execFileSync(
    'ffmpeg',
    ['-v', 'error', '-ss', seconds.toFixed(3), '-i', film, ...way, ...EXACT, '-c:v', 'png', '-f', 'image2pipe', '-'],
    { stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 16e6 },
  );
}

export function makeSprite(film: string, file: string): Grid {
  const seconds = lengthOf(film);
  const grid = gridFor(seconds);
  const pictures = momentsOf(seconds, grid).map((moment) => pictureAt(film, moment));
  const tile = `tile=${grid.columns}x${grid.rows},scale=out_color_matrix=bt709:out_range=tv`;
  // As a film of a second: one picture of them all is then one a second, and the encoder takes no slower one.
  const input = ['-f', 'image2pipe', '-framerate', String(pictures.length), '-c:v', 'png', '-i', '-'];
  ffmpeg([...input, '-vf', tile, '-frames:v', '1', ...AVIF, '-crf', CRF, ...EXACT, file], Buffer.concat(pictures));
  return grid;
}
