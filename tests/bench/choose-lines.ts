import type { Content, Line } from './contents';
import { withoutSpace } from './lateness';

/** Seconds from the start of the film in which a player may still be busy with it, and of its end. */
const EDGE = 6;

/** Lines to watch: spread over the film, others in each run; none that says what the one before says, or where the film asks something. */
export function chooseLines(
  { lines, asks }: Pick<Content, 'lines' | 'asks'>,
  count: number,
  run: number,
  filmEnd: number,
): readonly Line[] {
  const fit = lines.filter(
    ({ start, text }, index) =>
      start > EDGE &&
      start < filmEnd - EDGE &&
      withoutSpace(text) !== '' &&
      !lines.slice(Math.max(0, index - 1), index).some((other) => other.text.includes(text)) &&
      !asks.some(([from, to]) => start > from - 3 && start < to + 3),
  );
  const step = fit.length / count;
  const first = (run * 0.618) % 1;
  return step < 1 ? fit : Array.from({ length: count }, (_, index) => fit[Math.floor((index + first) * step)]!);
}
