/**
 * The film in parts and in three sizes (HLS, CMAF), made from the whole film: a player takes the size that the line carries. The sound is
 * one rendition for all sizes. Every size begins its parts at the same key frames, so that a change of size is not seen.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ffmpeg, lengthOf } from './encode';
import { COLOURS, EXACT } from './render';

interface Size {
  readonly height: number;
  /** What the picture never takes more of, in kbit/s: the playlist tells it to players. A calm picture takes far less. */
  readonly most: number;
}

/** For phones on a thin line, for most screens, and for a projector. */
const SIZES: readonly Size[] = [
  { height: 360, most: 500 },
  { height: 540, most: 1100 },
  { height: 720, most: 2000 },
];
const SOUND = 72;

/** Seconds: a part holds two key frames. */
const KEY = 2;
const PART = 4;

/**
 * Other than the usual, as for the tests: their film was made once from `tests/fixtures/media/ten-seconds.mp4` with the sizes
 * `{ height: 36, most: 10 }, { height: 60, most: 20 }, { height: 90, most: 30 }`, a key frame each second and parts of two.
 */
interface HlsOptions {
  readonly sizes?: readonly Size[];
  readonly key?: number;
  readonly part?: number;
}

/** Writes `film.m3u8`, and a folder for each size and for the sound, into `out`. What was there is taken away. */
export function makeHls(film: string, out: string, { sizes = SIZES, key = KEY, part = PART }: HlsOptions = {}): void {
  const making = `${out}.part`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const scaled = sizes.map(({ height }, nth) => `[whole${nth}]scale=-2:${height}:flags=lanczos[size${nth}]`);
  // prettier-ignore
  ffmpeg([
    // The sound of a file may run on for a moment after its picture.
    '-t', String(lengthOf(film)), '-i', film,
    '-filter_complex', [`[0:v]split=${sizes.length}${sizes.map((_, nth) => `[whole${nth}]`).join('')}`, ...scaled].join(';'),
    ...sizes.flatMap(({ most }, nth) => ['-map', `[size${nth}]`, `-maxrate:v:${nth}`, `${most}k`, `-bufsize:v:${nth}`, `${most * 2}k`]),
    '-map', '0:a', '-c:a', 'aac', '-b:a', `${SOUND}k`, '-ar', '48000', '-ac', '1',
    '-c:v', 'libx264', '-preset', 'medium', '-crf', '25', '-profile:v', 'high', '-pix_fmt', 'yuv420p',
    // No key frame but these: a part of one size begins where that of the others does.
    '-force_key_frames', `expr:gte(t,n_forced*${key})`, '-x264-params', 'keyint=infinite:scenecut=0:threads=2',
    ...COLOURS, ...EXACT,
    '-f', 'hls', '-hls_time', String(part), '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4', '-hls_segment_options', 'movflags=+cmaf', '-hls_flags', 'independent_segments',
    '-var_stream_map', [...sizes.map(({ height }, nth) => `v:${nth},agroup:sound,name:${height}`), 'a:0,agroup:sound,default:yes,name:sound'].join(' '),
    '-master_pl_name', 'film.m3u8', '-hls_fmp4_init_filename', 'init.mp4',
    '-hls_segment_filename', join(making, '%v/%03d.m4s'), join(making, '%v/parts.m3u8'),
  ]);
  rmSync(out, { recursive: true, force: true });
  renameSync(making, out);
}

/** Bytes of each folder of what was made, for the report. */
export function weighHls(out: string): { readonly name: string; readonly bytes: number; readonly files: number }[] {
  return readdirSync(out, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const files = readdirSync(join(out, name));
      return {
        name,
        files: files.length,
        bytes: files.reduce((sum, file) => sum + statSync(join(out, name, file)).size, 0),
      };
    });
}
