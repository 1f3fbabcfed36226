/**
 * Scrolls the list so that a line stands a third from the top; the page only where somebody has asked for this very line and the list
 * reaches out of the window. Near lines glide; far ones are there at once, as they are for people who want no motion. Where line and list
 * are the browser tells when it has laid out the page anyway: asked at once, it would do so for the question alone, which was a third of
 * what playing cost.
 */
export function scrollToLine(list: HTMLElement, line: HTMLElement, asked: boolean): void {
  const look = new IntersectionObserver(
    ([seen]) => {
      look.disconnect();
      const { boundingClientRect: own, rootBounds: area } = seen!;
      // Away from the page since.
      if (!area) return;
      if (asked && own.top >= Math.max(0, area.top) && own.bottom <= Math.min(innerHeight, area.bottom)) return;
      const way = own.top - area.top - area.height / 3;
      const calm = asked || matchMedia('(prefers-reduced-motion: reduce)').matches || Math.abs(way) > area.height;
      list.scrollTo({ top: list.scrollTop + way, behavior: calm ? 'instant' : 'smooth' });
      if (asked) line.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    },
    { root: list },
  );
  look.observe(line);
}
