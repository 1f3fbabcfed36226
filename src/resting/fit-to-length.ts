/**
 * Shows how long the film is: puts what stands on the time bar in its place, as a strict policy refuses styles that are written into the
 * page, and tells the length.
 */
import { clockText } from '../timeline/clock-time';
import { percentAt } from '../timeline/percent-at';

/**
 * @param duration of the film (seconds)
 * @param digits of the language of the page
 */
export function fitToLength(page: Document, duration: number, digits = '0123456789'): void {
  for (const mark of page.querySelectorAll<HTMLElement>('[data-part=time-bar] [data-from]')) {
    const { from = '', to } = mark.dataset;
    const start = percentAt(Number(from), duration);
    mark.style.insetInlineStart = `${start}%`;
    if (to !== undefined) mark.style.inlineSize = `${percentAt(Number(to), duration) - start}%`;
  }
  const told = page.querySelector('[data-part=length]');
  if (told) told.textContent = clockText(duration).replace(/[0-9]/g, (digit) => digits.charAt(Number(digit)));
}
