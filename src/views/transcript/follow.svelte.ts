/** The text follows the film until somebody works in it, and follows again only when asked. */

const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ']);
/** Scroll bars that lie over the text take no room of their own; this is as wide as they get. */
const SCROLL_BAR = 16;

export class Follow {
  on = $state(true);

  stop = (): void => {
    this.on = false;
  };

  /**
   * For `{@attach}` on the scroll area. It listens to what people do, not to `scroll`: the film scrolls the text too, and so does a
   * browser that keeps its place.
   */
  watch = (area: HTMLElement): (() => void) => {
    const end = new AbortController();
    const on = <Name extends keyof HTMLElementEventMap>(
      name: Name,
      isReader: (event: HTMLElementEventMap[Name]) => boolean,
    ) => area.addEventListener(name, (event) => isReader(event) && this.stop(), { signal: end.signal, passive: true });
    // With Ctrl the wheel makes the page larger.
    on('wheel', (event) => !event.ctrlKey);
    on('touchmove', () => true);
    on('keydown', (event) => SCROLL_KEYS.has(event.key));
    on('focusin', (event) => event.target !== area && event.target instanceof Element && isKeyed(event.target));
    on('pointerdown', (event) => event.button === 1 || isOnScrollBar(area, event));
    return () => end.abort();
  };
}

/** A press gives the focus too, and is no reading of one's own. */
const isKeyed = (element: Element): boolean => element.matches(':focus-visible');

function isOnScrollBar(area: HTMLElement, event: PointerEvent): boolean {
  if (event.target !== area) return false;
  const { left, right } = area.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(area).direction === 'rtl';
  const width = Math.max(SCROLL_BAR, area.offsetWidth - area.clientWidth);
  return isRightToLeft ? event.clientX < left + width : event.clientX >= right - width;
}
