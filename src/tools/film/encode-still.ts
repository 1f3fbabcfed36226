/** Writes a single picture the way browsers read it. */
import { ffmpeg } from './encode';
import { COLOURS, EXACT } from './render';

// prettier-ignore
export const AVIF = ['-c:v', 'libaom-av1', '-still-picture', '1', '-cpu-used', '4', '-threads', '1', '-pix_fmt', 'yuv420p', ...COLOURS];
const JPEG = ['-q:v', '2', '-pix_fmt', 'yuvj420p', '-huffman', 'optimal'];

/** In the format of the file's name; a PNG comes in. */
export function encodeStill(png: Buffer, file: string, width: number): void {
  const avif = file.endsWith('.avif');
  const scale = `scale=${width}:-2:flags=lanczos+accurate_rnd${avif ? ':out_color_matrix=bt709:out_range=tv' : ''}`;
  const input = ['-f', 'image2pipe', '-c:v', 'png', '-i', '-'];
  ffmpeg([...input, '-vf', scale, '-frames:v', '1', ...(avif ? [...AVIF, '-crf', '14'] : JPEG), ...EXACT, file], png);
}
