/** How many small pictures of a film lie in one file. Pure. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

const COLUMNS = 10;
/** Closer together, pictures hardly differ. */
const SECONDS_EACH = 4;
/** 120 pictures of 160 pixels: some 40 kB, and 7 MB in the memory of a phone. Those of a longer film lie further apart. */
const MOST_ROWS = 12;

export const gridFor = (seconds: number): Grid => ({
  columns: COLUMNS,
  rows: Math.min(MOST_ROWS, Math.max(1, Math.round(seconds / SECONDS_EACH / COLUMNS))),
});

/** The middle of each picture's own part of the film, in seconds. */
export const momentsOf = (seconds: number, { columns, rows }: Grid): number[] =>
  Array.from({ length: columns * rows }, (_, nth) => ((nth + 0.5) / (columns * rows)) * seconds);
