/** What can be measured of a page as it stands: targets, names, and text that is cut off. Each gives sentences about what is wrong. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';

interface Target {
  readonly name: string;
  /** A word in a text, as high as its letters. */
  readonly inText: boolean;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** In the page: everything that can be pressed, by what of it can be pressed; a link within a sentence is as high as its line. */
function targetsInPage(): Target[] {
  const CONTROLS = 'a[href], button, input, select, textarea, summary, [role=button], [role=switch], [role=slider]';
  const modal = document.querySelector('dialog:modal');
  const isInSentence = (element: Element) => {
    if (getComputedStyle(element).display !== 'inline') return false;
    const block =
      element.parentElement!.closest('p, li, dd, td, blockquote, span, h1, h2, h3') ?? element.parentElement!;
    return block.textContent.trim().length > element.textContent.trim().length;
  };
  return [...(modal ?? document).querySelectorAll(CONTROLS)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false }))
    .filter((element) => !element.matches(':disabled') && !isInSentence(element))
    .map((element) => {
      const drawn = element.closest('label') ?? element;
      const { left, top, width, height } = drawn.getBoundingClientRect();
      const name = element.getAttribute('aria-label') ?? drawn.textContent.replace(/\s+/g, ' ').trim().slice(0, 40);
      const inText = element.matches('[data-part=term]');
      return { name: `${element.localName} "${name}"`, inText, left, top, width, height };
    })
    .filter(({ left, top, width, height }) => width > 0 && left + width > 0 && top + height > -scrollY);
}

export const targets = (page: Page): Promise<Target[]> => page.evaluate(targetsInPage);

const side = ({ width, height }: Target) => Math.min(width, height);
const inPixels = (target: Target) => `${target.name} is ${target.width.toFixed(0)} x ${target.height.toFixed(0)} px`;

/** Smaller than `least` on a side. */
export const smallerThan = (all: readonly Target[], least: number): string[] =>
  all.filter((target) => side(target) < least - 0.01).map(inPixels);

/** WCAG 2.5.8: 24 px, or so much room around that a circle of 24 px meets no other target, nor the circle of another small one. */
export function tooSmallOrNear(all: readonly Target[]): string[] {
  const small = all.filter((target) => side(target) < 24 - 0.01);
  const middle = ({ left, top, width, height }: Target) => [left + width / 2, top + height / 2] as const;
  const meets = (one: Target, other: Target) => {
    const [x, y] = middle(one);
    const nearest = [
      Math.min(Math.max(x, other.left), other.left + other.width),
      Math.min(Math.max(y, other.top), other.top + other.height),
    ] as const;
    if (Math.hypot(x - nearest[0], y - nearest[1]) < 12) return true;
    const [left, top] = middle(other);
    return small.includes(other) && Math.hypot(x - left, y - top) < 24;
  };
  return small
    .filter((one) => all.some((other) => other !== one && meets(one, other)))
    .map((target) => `${inPixels(target)}, close to another`);
}

/** WCAG 2.5.3: what stands on a control is in its name, so that who says it presses it. */
export async function labelsNotInNames(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(() => {
    window.axe.setup(document);
    const { text } = window.axe.commons as unknown as { text: { accessibleText: (element: Element) => string } };
    const plain = (words: string) =>
      words
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    const wrong: string[] = [];
    for (const element of document.querySelectorAll('a[href], button, summary, select, input, [role=button]')) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const walker = document.createTreeWalker(
        element.localName === 'select' ? document.createElement('i') : element,
        NodeFilter.SHOW_TEXT,
      );
      const name = plain(text.accessibleText(element));
      if (!name) wrong.push(`${element.outerHTML.slice(0, 80)} has no name`);
      while (walker.nextNode()) {
        const around = walker.currentNode.parentElement!;
        const { clipPath, visibility } = getComputedStyle(around);
        if (
          clipPath !== 'none' ||
          visibility === 'hidden' ||
          around.closest('.visually-hidden') ||
          !around.checkVisibility()
        )
          continue;
        const shown = plain(walker.currentNode.textContent ?? '');
        if (shown && !` ${name} `.includes(` ${shown} `)) wrong.push(`"${shown}" stands on "${name}"`);
      }
    }
    window.axe.teardown();
    return wrong;
  });
}

/** WCAG 1.4.4, 1.4.10, 1.4.12: text that its box cuts off, or that sticks out of the page. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong = new Set<string>();
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) wrong.add(`the page is ${scrollWidth} px wide in a window of ${clientWidth}`);
    const isHidden = (element: Element) => getComputedStyle(element).clipPath !== 'none';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const words = node.textContent!.replace(/\s+/g, ' ').trim();
      const parent = node.parentElement!;
      if (!words || !parent.checkVisibility({ visibilityProperty: true })) continue;
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      for (let around: Element | null = parent; around && around !== document.body; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (isHidden(around) || style.position === 'fixed') break;
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        // The rest of it comes by scrolling.
        if (/auto|scroll/.test(style.overflowX + style.overflowY)) break;
        const { left, right, top, bottom } = around.getBoundingClientRect();
        const cutsX = /hidden|clip/.test(style.overflowX) && (box.left < left - 1 || box.right > right + 1);
        const cutsY = /hidden|clip/.test(style.overflowY) && (box.top < top - 1 || box.bottom > bottom + 1);
        if (cutsX || cutsY)
          wrong.add(`"${words.slice(0, 40)}" is cut off by ${around.localName}.${around.classList[0] ?? ''}`);
      }
      if (box.right > clientWidth + 1 && scrollWidth <= clientWidth) {
        const scrolls = parent.closest('pre, [tabindex], textarea, [popover], .visually-hidden');
        if (!scrolls && ![parent, parent.parentElement!, parent.parentElement!.parentElement!].some(isHidden))
          wrong.add(`"${words.slice(0, 40)}" sticks out of the page`);
      }
    }
    return [...wrong];
  });
}
