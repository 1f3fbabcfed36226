/** Turns the spoken score into what the picture needs: chapters from end to end, and for each frame who speaks how loud. */
import type { Plate } from '../../edition/schema';
import type { Score } from './score';
import type { FilmLine, SpokenScore } from './speak-score';
import { FRAMES_A_SECOND, type Story, type StoryChapter } from './picture/story';
import standInLines from './stand-in-lines.json';
import { RULES } from './times';

/** For a chapter that brings no plate: the two apart, on level ground. */
const PLAIN_PLATE: Plate = { circle: [40, 54, 18], arch: [62, 50, 30, 44], ground: 78 };

/** Said at the opening and at the end where the manifest says that the film is a stand-in; a language without lines is left out. */
const LINES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = standInLines;

export function makeStory(score: Score, { lines, total }: SpokenScore): Story {
  const { film, words, language } = score;
  const notes = LINES[score.edition] ?? LINES['default'];
  const said = (which: number) => (film.standIn ? film.languages.flatMap((tag) => notes?.[tag]?.[which] ?? []) : []);
  const sides = (perspective: string) => film.people.filter((person) => person.perspective === perspective).length;
  return {
    seconds: total / 1000,
    title: words[language]?.title ?? score.edition,
    opening: said(0),
    closing: said(1),
    leadIn: RULES.leadIn / 1000,
    tail: RULES.tail / 1000,
    chapters: chaptersOf(score, lines, total),
    people: [sides(film.perspectives[0]), sides(film.perspectives[1])],
    voices: { round: voiceOf(lines, 'round', total), straight: voiceOf(lines, 'straight', total) },
  };
}

function chaptersOf({ film }: Score, lines: readonly FilmLine[], total: number): StoryChapter[] {
  const told = film.chapters.flatMap((chapter) => {
    const own = lines.filter((line) => line.chapter === chapter.id);
    const [first, last] = [own[0], own.at(-1)];
    const person = film.people.find((one) => one.id === chapter.person);
    return first && last ? [{ id: chapter.id, plate: chapter.plate ?? person?.plate ?? PLAIN_PLATE, first, last }] : [];
  });
  // The picture changes in the middle of the pause between two chapters.
  const middle = (index: number) => ((told[index]?.last.over ?? 0) + (told[index + 1]?.first.start ?? 0)) / 2000;
  return told.map(({ id, plate }, index) => ({
    id,
    plate,
    start: index === 0 ? 0 : middle(index - 1),
    end: index === told.length - 1 ? total / 1000 : middle(index),
  }));
}

function voiceOf(
  lines: readonly FilmLine[],
  side: 'round' | 'straight',
  total: number,
): { loud: number[]; word: number[] } {
  const frames = Math.ceil((total / 1000) * FRAMES_A_SECOND);
  const loud = new Array<number>(frames).fill(0);
  const word = new Array<number>(frames).fill(0);
  for (const line of lines.filter((one) => one.side === side)) {
    const { rate, samples } = line.sound;
    const size = Math.round(rate / FRAMES_A_SECOND);
    const first = Math.round((line.start / 1000) * FRAMES_A_SECOND);
    const last = Math.round((line.over / 1000) * FRAMES_A_SECOND);
    for (let frame = first; frame < last; frame += 1) {
      word[frame] = 1;
      const part = samples.subarray((frame - first) * size, (frame - first + 1) * size);
      const power = part.reduce((sum, value) => sum + value * value, 0) / Math.max(1, part.length);
      loud[frame] = Math.min(1, Math.sqrt(power) / 0.13);
    }
  }
  // Soft on both sides of every moment: light follows a voice, it doesn't flicker with it.
  return { loud: smooth(smooth(loud, 6), 5), word: smooth(smooth(word, 14), 10) };
}

/** The mean of the frames around each, rounded so that a story is the same on every machine. */
function smooth(values: readonly number[], reach: number): number[] {
  return values.map((_, at) => {
    const around = values.slice(Math.max(0, at - reach), at + reach + 1);
    return Math.round((around.reduce((sum, value) => sum + value, 0) / (2 * reach + 1)) * 1e4) / 1e4;
  });
}
