/** The pictures that stand for the film and its chapters: single frames, drawn without loss. */
import { join } from 'node:path';
import { encodeStill } from './encode-still';
import { drawFrame } from './picture/frame';
import { FRAMES_A_SECOND, type Story } from './picture/story';
import type { Stage } from './stage';

/** Where in a chapter its picture is taken: when the two have come close, and before the next chapter shows. */
const MOMENT = 0.86;
/** The poster: towards the end of the first chapter of a person, or of the only one. */
const POSTER_CHAPTER = 1;
const POSTER_MOMENT = 0.9;

/** The files that were written. */
export async function makeStills(story: Story, stage: Stage, folder: string): Promise<string[]> {
  const { chapters } = story;
  const frameAt = (index: number, moment: number) => {
    const { start, end } = chapters[Math.min(index, chapters.length - 1)] ?? { start: 0, end: story.seconds };
    return stage.picture(drawFrame(story, Math.round((start + (end - start) * moment) * FRAMES_A_SECOND)), 'png');
  };
  const written: string[] = [];
  const write = (png: Buffer, name: string, width: number) => {
    const file = join(folder, name);
    encodeStill(png, file, width);
    written.push(file);
  };
  const poster = await frameAt(POSTER_CHAPTER, POSTER_MOMENT);
  write(poster, 'poster.avif', 1280);
  write(poster, 'poster.jpg', 1280);
  for (const [index, { id }] of chapters.entries()) write(await frameAt(index, MOMENT), `chapter-${id}.jpg`, 320);
  return written;
}
