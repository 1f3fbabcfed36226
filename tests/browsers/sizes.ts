/** Windows of the sizes that are looked at. */
import { addressOf } from '../support/site';
import { LANGUAGE, type Stage } from './stage';
import { becomes, must } from './until';
import type { Window } from './window';

export const SIZES = [
  { width: 360, height: 740 },
  { width: 1440, height: 900 },
] as const;

type Size = (typeof SIZES)[number];

/** A window whose inside has this size: a browser's usual one can't be as narrow as a phone, one that a page opens can. */
export async function windowOf({ site, window }: Stage, address: string, { width, height }: Size): Promise<Window> {
  await window.open(site + addressOf({ view: 'about', language: LANGUAGE }));
  await window.run(
    (url, shape) =>
      addEventListener(
        'click',
        (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          open(url, '_blank', shape);
        },
        { capture: true, once: true },
      ),
    site + address,
    `popup,width=${width},height=${height}`,
  );
  const opened = await window.opened(() => window.press('h1'));
  const sizes = await opened.run(() => ({ across: outerWidth - innerWidth, down: outerHeight - innerHeight }));
  // Chromium without a screen gives it the size that it likes.
  await opened.resize(width + sizes.across, height + sizes.down);
  await becomes('the width of the window', width, () => opened.run(() => innerWidth));
  return opened;
}

export async function fits(window: Window, name: string, { width }: Size): Promise<void> {
  const content = await window.run(() => document.documentElement.scrollWidth);
  must(content <= width, `${name} is ${content} wide in a window of ${width}.`);
}
