/**
 * Scrolls the list, never the page, so that a line stands a third from the top. Near lines glide; far ones are there at once, as they
 * are for people who want no motion. Where line and list are the browser tells when it has laid out the page anyway: asked at once, it would
 * do so for the question alone, which was a third of what playing cost.
 */
export function scrollToLine(list: HTMLElement, line: HTMLElement, onlyWhenAway: boolean): void {
  const look = new IntersectionObserver(
    ([seen]) => {
      look.disconnect();
      const { boundingClientRect: own, rootBounds: area } = seen!;
      // Away from the page since.
      if (!area) return;
      if (onlyWhenAway && own.top >= area.top && own.bottom <= area.bottom) return;
      const way = own.top - area.top - area.height / 3;
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches || Math.abs(way) > area.height;
      list.scrollTo({ top: list.scrollTop + way, behavior: calm ? 'instant' : 'smooth' });
    },
    { root: list },
  );
  look.observe(line);
}
