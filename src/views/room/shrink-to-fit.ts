/**
 * Makes what is in a box smaller where it would not fit: the longest question in the largest letters, or an edition that writes more than
 * a projector can show. Letter sizes in the box are multiples of `--fit`. The box's own size must not come from what is in it.
 */
const SMALLEST = 0.3;

export function shrinkToFit(box: HTMLElement): () => void {
  const fits = (size: number) => {
    box.style.setProperty('--fit', String(size));
    return box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth;
  };
  const fit = () => {
    if (fits(1)) return;
    let [small, large] = [SMALLEST, 1];
    while (large - small > 0.01) {
      const middle = (small + large) / 2;
      if (fits(middle)) small = middle;
      else large = middle;
    }
    fits(small);
  };
  // Tells of the size that the box has now as well.
  const observer = new ResizeObserver(fit);
  observer.observe(box);
  return () => observer.disconnect();
}
