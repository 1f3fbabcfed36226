/**
 * Sets words as large as the room around them allows, and again whenever that room changes. The room's own size must not come from the
 * words (`contain: size`).
 */
const SMALLEST = 18;
const LARGEST = 128;

export function fillRoom(words: HTMLElement): (() => void) | undefined {
  const room = words.parentElement;
  if (!room) return undefined;

  const fits = (size: number) => {
    words.style.fontSize = `${size}px`;
    return words.offsetHeight <= room.clientHeight && words.scrollWidth <= room.clientWidth;
  };
  const fit = () => {
    // A word that has no room makes all words smaller; only the smallest may break inside.
    words.style.overflowWrap = 'normal';
    let [small, large] = [SMALLEST, LARGEST];
    while (large - small > 1) {
      const middle = Math.floor((small + large) / 2);
      if (fits(middle)) small = middle;
      else large = middle;
    }
    if (!fits(small)) words.style.overflowWrap = '';
  };

  const observer = new ResizeObserver(fit);
  observer.observe(room);
  return () => observer.disconnect();
}
