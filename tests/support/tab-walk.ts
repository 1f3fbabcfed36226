/** Walks a page with real Tab keys and tells every stop, as a screen reader names it, and what of it can't be seen. */
import type { Frame, Page } from '@playwright/test';
import axe from 'axe-core';

export interface Stop {
  /** Role and name: `button "Afspelen"`. */
  readonly says: string;
  /** What lies over all of it, if something does. */
  readonly under: string | undefined;
}
interface Timed extends Stop {
  /** Of the day, as every window of the page has it. */
  readonly at: number;
  /** Been there before: the walk has come round. */
  readonly again: boolean;
  /** The first in the page of those of its window. */
  readonly leads: boolean;
}

declare global {
  interface Window {
    reached: { readonly element: Element; readonly at: number; under: string | undefined }[];
  }
}

/** Runs in every window: notes where the key has led, once the page has scrolled there. */
function noteStops(): void {
  const isFirst = !window.reached;
  window.reached = [];
  if (!isFirst) return;
  const coveredBy = (element: Element): string | undefined => {
    const places = [...element.getClientRects()].flatMap(({ left, top, width, height }) =>
      [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + width * x, top + height * y] as const)),
    );
    // What is drawn for a box or a slider lies over it.
    const own = element.closest('label, .track') ?? element;
    const hits = places.map(([x, y]) => document.elementFromPoint(x, y));
    if (hits.some((hit) => hit && own.contains(hit))) return undefined;
    const over = hits.find((hit) => hit !== null);
    return over ? `${over.localName}.${over.classList[0] ?? ''}` : 'the edge of the window';
  };
  // By its arrival, which may come after the key is up: from one end of the page to the other, and into a frame, the browser itself leads.
  window.addEventListener('focusin', ({ target }) => {
    // A window that is given the focus back tells it of the same element once more, with no key.
    const isTold = !isPressed && target === window.reached.at(-1)?.element;
    isPressed = false;
    if (target instanceof Element && target.localName !== 'iframe' && !isTold)
      window.reached.push({ element: target, at: performance.timeOrigin + performance.now(), under: undefined });
  });
  let isPressed = false;
  window.addEventListener('keydown', () => (isPressed = true), true);
  window.addEventListener(
    'keyup',
    () => {
      const last = window.reached.at(-1);
      if (last && last.element === document.activeElement) last.under = coveredBy(last.element);
    },
    true,
  );
}

/** Tells the stops of a window, and forgets them. */
function tellStops(): Timed[] {
  window.axe.setup(document);
  const { text, aria } = window.axe.commons as unknown as {
    text: { accessibleText: (element: Element) => string };
    aria: { getRole: (element: Element) => string | null };
  };
  const stops = window.reached.splice(0).filter(({ element }) => element.isConnected);
  const leading = stops.find(({ element }) =>
    stops.every((other) => !(element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_PRECEDING)),
  )?.element;
  const told = stops.map(({ element, at, under }, index) => {
    const name = text.accessibleText(element).replace(/\s+/g, ' ').trim();
    const says = `${aria.getRole(element) ?? element.localName} "${name.length > 70 ? `${name.slice(0, 69)}…` : name}"`;
    const again = stops.findIndex((stop) => stop.element === element) < index;
    return { says, at, under, again, leads: window === top && element === leading };
  });
  window.axe.teardown();
  return told;
}

const inFrames = <T>(page: Page, ask: (frame: Frame) => Promise<T>): Promise<T[]> =>
  Promise.all(page.frames().map(ask));

/** Milliseconds for the focus to arrive. From one end of the page to the other the browser itself leads, which takes a busy machine a while. */
const ARRIVES_WITHIN = 1000;

interface Look {
  /** How many stops there have been. */
  readonly count: number;
  /** One of them came again. */
  readonly isRound: boolean;
}

function look(): Look {
  const elements = window.reached.map(({ element }) => element);
  return { count: elements.length, isRound: new Set(elements).size < elements.length };
}

/** The next key waits for the focus: pressed while the browser still leads to the other end, it would lead there once more. */
async function pressOnce(page: Page, key: string, before: Look): Promise<Look> {
  await page.keyboard.press(key);
  const limit = performance.now() + ARRIVES_WITHIN;
  for (;;) {
    const looks = await inFrames(page, (frame) => frame.evaluate(look));
    const count = looks.reduce((sum, each) => sum + each.count, 0);
    const isRound = looks.some((each) => each.isRound);
    if (isRound || count !== before.count || performance.now() > limit) return { count, isRound };
  }
}

/**
 * Presses the key until it has led round: a browser without a frame of its own goes on at the other end of the page.
 * @returns the stops as they follow one another in the page, whichever way the key went
 */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab', most = 200): Promise<Stop[]> {
  // A frame may load when the walk comes to it.
  await page.addInitScript(noteStops);
  await inFrames(page, (frame) => frame.evaluate(noteStops));
  let now: Look = { count: 0, isRound: false };
  for (let presses = 0; presses < most; presses += 1) {
    now = await pressOnce(page, key, now);
    if (!now.isRound) continue;
    await inFrames(page, async (frame) => {
      if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
    });
    const stops = (await inFrames(page, (frame) => frame.evaluate(tellStops))).flat().sort((a, b) => a.at - b.at);
    const round = stops.slice(
      0,
      stops.findIndex(({ again }) => again),
    );
    if (key === 'Shift+Tab') round.reverse();
    const first = round.findIndex(({ leads }) => leads);
    return [...round.slice(first), ...round.slice(0, first)];
  }
  throw new Error(`The keyboard doesn't come round in ${most} presses.`);
}
