/**
 * `npm run film`: makes the stand-in film of an edition. The words of the subtitles are spoken, the speech sets the times of the
 * subtitles, and a browser draws the picture, frame by frame. The same input gives the same film.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { findBrowser } from '../find-browser.mjs';
import { measureAgreement } from './agreement';
import { codecType } from './codecs';
import { addSound, DRAFT, encodePicture, MP4, WEBM, type Format } from './encode';
import { makeHls, weighHls } from './hls';
import { makeStory } from './make-story';
import { missingPrograms } from './needs';
import { HELP, readOptions, type Options } from './options';
import type { Story } from './picture/story';
import { renderPieces } from './render';
import { readScore } from './score';
import { measureLoudness, writeSoundtrack } from './soundtrack';
import { speakScore, type SpokenScore } from './speak-score';
import { Stage } from './stage';
import { makeSprite } from './sprite';
import { makeStills } from './stills';
import { writeTimes } from './write-times';

/** All files of a film together; more is too much for a repository and for a phone. */
const MOST_BYTES = 20e6;
const WORK = resolve('.cache/film');

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(0)} s`;

export async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    say(HELP);
    return 0;
  }
  const root = resolve(process.env['EDITION_ROOT'] || '.');
  if (options.hls || options.sprite) return ofFilm(join(root, 'public', 'film'), options.hls ? cutFilm : spriteOf);
  const browser = findBrowser();
  const programs = options.times ? ['espeak-ng'] : ['ffmpeg', 'ffprobe', 'espeak-ng'];
  const missing = missingPrograms(programs, options.times ? 'not needed' : browser);
  if (missing) {
    say(missing);
    return 1;
  }
  const score = readScore(root, process.env['EDITION']);
  const spoken = speakScore(score);
  const changed = writeTimes(score, spoken.lines);
  say(
    `${spoken.lines.length} lines, ${(spoken.total / 1000).toFixed(2)} s. ${changed.length} subtitle files have new times.`,
  );
  spoken.remarks.forEach(say);
  if (!options.times) await makeFilm(makeStory(score, spoken), spoken, join(root, 'public', 'film'), browser, options);
  return 0;
}

/** Whatever film is there: a stand-in or the real one. */
function ofFilm(folder: string, make: (film: string, folder: string) => void): number {
  const film = join(folder, 'film.mp4');
  const missing = missingPrograms(['ffmpeg', 'ffprobe'], 'not needed');
  if (missing || !existsSync(film)) {
    say(missing ?? `There is no ${relative('.', film)} to make it from.`);
    return 1;
  }
  make(film, folder);
  return 0;
}

function cutFilm(film: string, folder: string): void {
  const out = join(folder, 'hls');
  const began = Date.now();
  makeHls(film, out);
  for (const { name, files, bytes } of weighHls(out))
    say(`${(bytes / 1e6).toFixed(2).padStart(7)} MB  ${relative('.', out)}/${name}, ${files} files`);
  say(
    `${relative('.', out)}/film.m3u8 took ${seconds(began)}. An edition names it in film.json, before its whole films.`,
  );
}

function spriteOf(film: string, folder: string): string {
  const file = join(folder, 'sprite.avif');
  const { columns, rows } = makeSprite(film, file);
  const named = JSON.stringify({ file: 'film/sprite.avif', columns, rows });
  say(`${relative('.', file)}, ${statSync(file).size} bytes. In film.json, behind the posters: "sprite": ${named}`);
  return file;
}

async function makeFilm(
  story: Story,
  spoken: SpokenScore,
  out: string,
  browser: string | undefined,
  options: Options,
): Promise<void> {
  mkdirSync(WORK, { recursive: true });
  const began = Date.now();
  const pieces = await renderPieces(story, {
    folder: join(WORK, 'pieces'),
    browser,
    from: options.from,
    to: options.to,
    step: options.draft ? 10 : 1,
    say,
  });
  say(`The picture took ${seconds(began)}.`);
  const sound = join(WORK, 'sound.wav');
  const loudness = writeSoundtrack(spoken.lines, spoken.total, sound);
  say(`The sound is at ${loudness.integrated} LUFS, peak ${loudness.peak} dB, range ${loudness.range} LU.`);
  // In the picture, which may be of a part of the film.
  const starts = spoken.lines.map(({ start }) => start / 1000 - options.from).filter((start) => start > 0);
  const film = (format: Format, file: string) => {
    const beganFile = Date.now();
    addSound(encodePicture(pieces, starts, format, WORK), sound, options.from, format, file);
    say(`${relative('.', file)} took ${seconds(beganFile)}.`);
    return file;
  };
  if (options.draft || options.part) {
    film(DRAFT, join(WORK, options.draft ? 'draft.mp4' : 'part.mp4'));
    return;
  }
  mkdirSync(out, { recursive: true });
  const films = [film(MP4, join(out, 'film.mp4')), film(WEBM, join(out, 'film.webm'))];
  const stage = await Stage.open(browser);
  const stills = await makeStills(story, stage, out).finally(() => stage.close());
  report(films, [...stills, spriteOf(films[0]!, out)], spoken);
}

function report(films: readonly string[], stills: readonly string[], spoken: SpokenScore): void {
  const files = [...films, ...stills];
  for (const file of files) say(`${(statSync(file).size / 1e6).toFixed(2).padStart(7)} MB  ${relative('.', file)}`);
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  say(
    `${(bytes / 1e6).toFixed(2).padStart(7)} MB  together${bytes > MOST_BYTES ? `, more than ${MOST_BYTES / 1e6} MB: raise crf in encode.ts` : ''}`,
  );
  for (const file of films) {
    const { integrated, peak } = measureLoudness(file);
    const apart = measureAgreement(file, spoken.lines);
    const worst = (which: 'start' | 'end') =>
      apart.reduce((most, one) => (Math.abs(one[which]) > Math.abs(most[which]) ? one : most));
    const [start, end] = [worst('start'), worst('end')];
    say(`${relative('.', file)}: ${integrated} LUFS, peak ${peak} dB; type ${codecType(file)}`);
    say(
      `  voice against subtitle, at worst: ${start.start.toFixed(0)} ms at the start of ${start.id}, ${end.end.toFixed(0)} ms at the end of ${end.id}`,
    );
  }
}
