/**
 * Places a popover above what opened it, inside the window, and keeps it there while the page scrolls; the browser does the rest
 * (Escape, light dismiss, focus). It lines up with the end of what opened it, as text runs there, or stands in the middle of it.
 */
export function near(opener: () => HTMLElement | undefined, align: 'edge' | 'middle' = 'edge') {
  return (popover: HTMLElement): (() => void) => {
    let following: AbortController | undefined;
    const place = () => {
      const button = opener();
      if (!button) return;
      const box = button.getBoundingClientRect();
      const own = popover.getBoundingClientRect();
      const endsLeft = getComputedStyle(button).direction === 'rtl';
      const edge = endsLeft ? box.left : box.right - own.width;
      const wanted = align === 'edge' ? edge : box.left + (box.width - own.width) / 2;
      const left = Math.max(8, Math.min(wanted, innerWidth - own.width - 8));
      const above = box.top - own.height - 8;
      popover.style.left = `${left}px`;
      popover.style.top = `${above >= 8 ? above : Math.max(8, Math.min(box.bottom + 8, innerHeight - own.height - 8))}px`;
    };
    const follow = (event: Event) => {
      following?.abort();
      if ((event as ToggleEvent).newState !== 'open') return;
      place();
      following = new AbortController();
      const { signal } = following;
      // Whatever scrolls, the page or a box in it, and without a share in how smoothly it does.
      document.addEventListener('scroll', place, { capture: true, passive: true, signal });
      window.addEventListener('resize', place, { signal });
    };
    popover.addEventListener('toggle', follow);
    return () => {
      popover.removeEventListener('toggle', follow);
      following?.abort();
    };
  };
}
