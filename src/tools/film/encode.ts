/** Makes the files that browsers play out of pieces of picture and a sound. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { COLOURS, EXACT } from './render';

export const ffmpeg = (args: readonly string[], input?: Buffer): void => {
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], {
    stdio: [input ? 'pipe' : 'ignore', 'inherit', 'inherit'],
    ...(input ? { input } : {}),
    // The AV1 encoder tells twenty lines about itself otherwise.
    env: { ...process.env, SVT_LOG: '1' },
  });
};

/** Of a film, in seconds. */
export const lengthOf = (film: string): number =>
  Number(
    execFileSync('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', film], {
      encoding: 'utf8',
    }),
  );

/**
 * Frames between two key frames, at most: on the way from the one before it a browser decodes what lies between it and a moment. Where a
 * line begins there is one too, so that a press on a line decodes one frame; films of this many key frames are no larger for it.
 */
const KEY_FRAMES = '60';
/** Without key frames at the lines. */
const EVEN_KEY_FRAMES = '50';

/** The browser's dither costs an encoder a third of its bits; smoothed, the same bits go into gradients without steps. */
const CALM = 'hqdn3d=1.5:1.5:4:4';

export interface Format {
  readonly extension: 'mp4' | 'webm';
  readonly picture: readonly string[];
  readonly sound: readonly string[];
  /** Sets a key frame where one is asked for. SVT-AV1 (1.4) does not. */
  readonly takesKeyFrames: boolean;
}

/** Dark, slow gradients: bits go to the dark, and the deblocking filter stays gentle. */
// prettier-ignore
const h264 = (preset: string, crf: number): readonly string[] => [
  '-c:v', 'libx264', '-preset', preset, '-crf', String(crf), '-profile:v', 'high', '-pix_fmt', 'yuv420p',
  '-x264-params', `keyint=${KEY_FRAMES}:min-keyint=1:scenecut=0:aq-mode=3:aq-strength=0.6:deblock=1,1:psy-rd=0.3,0:bframes=6:ref=5:threads=2`,
];
// One voice in 22 kHz: more bits would hold nothing more.
const AAC = ['-c:a', 'aac', '-b:a', '72k', '-ar', '48000', '-ac', '1'];

export const MP4: Format = { extension: 'mp4', picture: h264('slow', 26), sound: AAC, takesKeyFrames: true };
export const DRAFT: Format = { extension: 'mp4', picture: h264('veryfast', 24), sound: AAC, takesKeyFrames: true };
// prettier-ignore
export const WEBM: Format = {
  extension: 'webm',
  picture: ['-c:v', 'libsvtav1', '-preset', '8', '-crf', '37', '-g', EVEN_KEY_FRAMES, '-pix_fmt', 'yuv420p', '-svtav1-params', 'lp=2:scd=0'],
  sound: ['-c:a', 'libopus', '-b:a', '48k', '-ar', '48000', '-ac', '1'],
  takesKeyFrames: false,
};

/**
 * The index comes first, so that a film begins without a look at its end. Sound and picture lie in turns of a second: an MP4 lists where
 * each turn begins, and turns of a frame made that list half as long again.
 */
const FAST_START = {
  mp4: ['-chunk_duration', '1000000', '-movflags', '+faststart'],
  webm: ['-cues_to_front', '1'],
} as const;

/**
 * The picture alone. It is kept: where only the sound or the words change, nothing is encoded again.
 * @param lines where in the picture a line begins, in seconds
 */
export function encodePicture(
  pieces: readonly string[],
  lines: readonly number[],
  { extension, picture, takesKeyFrames }: Format,
  folder: string,
): string {
  const keys = takesKeyFrames && lines.length > 0 ? ['-force_key_frames', lines.join(',')] : [];
  const recipe = JSON.stringify([pieces.map((piece) => basename(piece)), CALM, picture, ...keys]);
  const name = `picture-${createHash('sha256').update(recipe).digest('hex').slice(0, 24)}`;
  const file = join(folder, `${name}.${extension}`);
  if (existsSync(file)) return file;
  const list = join(folder, `${name}.txt`);
  writeFileSync(list, pieces.map((piece) => `file '${piece.replaceAll("'", "'\\''")}'\n`).join(''));
  const part = join(folder, `${name}.part.${extension}`);
  ffmpeg(['-f', 'concat', '-safe', '0', '-i', list, '-vf', CALM, ...picture, ...keys, ...COLOURS, ...EXACT, part]);
  renameSync(part, file);
  return file;
}

/** `from`: where in the sound the picture begins, in seconds. */
export function addSound(
  picture: string,
  sound: string,
  from: number,
  { sound: how, extension }: Format,
  file: string,
): void {
  const inputs = ['-i', picture, '-ss', String(from), '-i', sound, '-map', '0:v', '-map', '1:a', '-shortest'];
  ffmpeg([...inputs, '-c:v', 'copy', ...how, ...EXACT, ...FAST_START[extension], file]);
}
