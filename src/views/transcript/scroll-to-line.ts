/**
 * Scrolls the list, never the page, so that a line stands a third from the top. Near lines glide; far ones are there at once, as they
 * are for people who want no motion.
 */
export function scrollToLine(list: HTMLElement, line: HTMLElement, onlyWhenAway: boolean): void {
  const own = line.getBoundingClientRect();
  const area = list.getBoundingClientRect();
  if (onlyWhenAway && own.top >= area.top && own.bottom <= area.top + list.clientHeight) return;
  const way = own.top - area.top - list.clientHeight / 3;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches || Math.abs(way) > list.clientHeight;
  list.scrollTo({ top: list.scrollTop + way, behavior: calm ? 'instant' : 'smooth' });
}
