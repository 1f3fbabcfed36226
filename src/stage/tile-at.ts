/** Which of the small pictures of a film shows a moment. Each is of an equal part of the film, so no time is written anywhere. */
interface Grid {
  readonly columns: number;
  readonly rows: number;
}

interface Tile {
  readonly column: number;
  readonly row: number;
}

/** Counted from zero. A time outside the film has the first or last picture, and a film of no length the first. */
export function tileAt(time: number, duration: number, { columns, rows }: Grid): Tile {
  const count = columns * rows;
  const nth = Math.min(count - 1, Math.max(0, Math.floor((time / duration) * count) || 0));
  return { column: nth % columns, row: Math.floor(nth / columns) };
}
