/**
 * Of marks in order of time as many as a bar takes: more would lie over one another, and each is a stop for the keys. The bar is cut into
 * even stretches, and the first mark of each stays. The others are reached by the steps and in the text of the film.
 */
export const MOST_MARKS = 60;

export function thinned<T extends { readonly start: number }>(marks: readonly T[], end: number): readonly T[] {
  if (marks.length <= MOST_MARKS) return marks;
  const stretchOf = ({ start }: T) => Math.floor((start / end) * MOST_MARKS);
  return marks.filter((mark, index) => index === 0 || stretchOf(mark) !== stretchOf(marks[index - 1]!));
}
