/** How far along the time bar a time stands. A film can be shorter than its subtitles say: all that comes later is at its end. */
export const percentAt = (time: number, duration: number): number =>
  Math.min(100, Math.max(0, (time / duration) * 100));
