/** The ring around what has the keyboard, as it is drawn. */
import type { Page } from '@playwright/test';
import { changed, readPicture } from './pixels';

declare global {
  interface Window {
    /** One control of each kind, as its classes tell them apart. */
    kinds: HTMLElement[];
  }
}

/** Finds one control of each kind. @returns how many there are */
function findKinds(): number {
  const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const seen = new Set<string>();
  window.kinds = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter((element) => {
    if (element.matches(':disabled, [tabindex="-1"]') || !element.checkVisibility({ visibilityProperty: true }))
      return false;
    const kind = [element, element.parentElement!].map((each) => `${each.localName}.${each.className}`).join(' ');
    return !seen.has(kind) && seen.add(kind);
  });
  return window.kinds.length;
}

/**
 * Sets the keyboard on a control and off it again, and looks at what changes: at least a line of 2 px all around, in a contrast of 3:1
 * to what was there before.
 * @returns what has less
 */
export async function faintRings(page: Page): Promise<string[]> {
  const faint: string[] = [];
  // What follows counts as moved by keys.
  await page.keyboard.press('Tab');
  const count = await page.evaluate(findKinds);
  for (let index = 0; index < count; index += 1) {
    const { name, clip, perimeter } = await page.evaluate((at) => {
      const element = window.kinds[at]!;
      element.focus({ preventScroll: true });
      // A radio button or slider that is not to be seen is drawn by what stands around or beside it.
      const around = [element.closest('label, .track, .field'), element.nextElementSibling, element];
      const drawn =
        around.find(
          (each) =>
            each &&
            parseFloat(getComputedStyle(each).outlineWidth) > 0 &&
            getComputedStyle(each).outlineStyle !== 'none',
        ) ?? element;
      drawn.scrollIntoView({ block: 'center' });
      const boxes = [...drawn.getClientRects()].sort((a, b) => b.width - a.width);
      const { left, top, width, height } = drawn.getBoundingClientRect();
      const x = Math.max(0, left - 8);
      const y = Math.max(0, top - 8);
      return {
        name: element.outerHTML.replace(/\s+/g, ' ').slice(0, 90),
        clip: { x, y, width: Math.min(innerWidth - x, width + 16), height: Math.min(innerHeight - y, height + 16) },
        perimeter: 2 * (boxes[0]!.width + boxes[0]!.height),
      };
    }, index);
    const focused = readPicture(await page.screenshot({ clip, animations: 'disabled' }));
    await page.evaluate((at) => window.kinds[at]!.blur(), index);
    const plain = readPicture(await page.screenshot({ clip, animations: 'disabled' }));
    const pixels = changed(plain, focused);
    if (pixels < perimeter * 2 * 0.9) faint.push(`${name}: ${pixels} of ${Math.round(perimeter * 2)} pixels`);
  }
  return faint;
}
