/** Places a popover above the button that opened it, inside the window; the browser does the rest (Escape, light dismiss, focus). */
export function near(button: () => HTMLElement | undefined) {
  return (popover: HTMLElement): (() => void) => {
    const place = (event: Event) => {
      const opener = button();
      if (!opener || (event as ToggleEvent).newState !== 'open') return;
      const box = opener.getBoundingClientRect();
      const own = popover.getBoundingClientRect();
      const left = Math.max(8, Math.min(box.right - own.width, innerWidth - own.width - 8));
      const above = box.top - own.height - 8;
      popover.style.left = `${left}px`;
      popover.style.top = `${above >= 8 ? above : Math.max(8, Math.min(box.bottom + 8, innerHeight - own.height - 8))}px`;
    };
    popover.addEventListener('toggle', place);
    return () => popover.removeEventListener('toggle', place);
  };
}
