/** Runs in the page, before anything of it: what the browser itself measures while a page comes in. */

export interface Loaded {
  /** Of the largest thing that is painted, in milliseconds. */
  paint: number;
  firstPaint: number;
  /** Of long tasks after the first paint, what is over 50 milliseconds. */
  blocked: number;
  shift: number;
}

export function watchLoad(): void {
  const long: { start: number; duration: number }[] = [];
  let paint = 0;
  let shift = 0;
  const watch = (type: string, each: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  watch('largest-contentful-paint', ({ startTime }) => (paint = startTime));
  watch('longtask', ({ startTime, duration }) => long.push({ start: startTime, duration }));
  watch('layout-shift', (entry) => (shift += (entry as PerformanceEntry & { value: number }).value));
  const loaded = (): Loaded => {
    const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    const blocked = long
      .filter(({ start, duration }) => start + duration > firstPaint)
      .reduce((total, { duration }) => total + Math.max(0, duration - 50), 0);
    return { paint, firstPaint, blocked, shift };
  };
  Object.assign(window, { loaded });
}
