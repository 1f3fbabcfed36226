import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Follow } from './follow.svelte';

let follow: Follow;
let area: HTMLElement;
let link: HTMLElement;
let stop: () => void;

beforeEach(() => {
  area = document.createElement('div');
  area.tabIndex = 0;
  Object.assign(area.style, { overflowY: 'scroll', height: '100px', width: '200px' });
  link = document.createElement('a');
  link.setAttribute('href', '#x');
  const text = document.createElement('p');
  text.style.height = '1000px';
  text.append(link);
  link.append('line');
  area.append(text);
  document.body.append(area);
  follow = new Follow();
  stop = follow.watch(area);
});
afterEach(() => {
  stop();
  area.remove();
});

const at = (x: number) => ({ bubbles: true, clientX: area.getBoundingClientRect().left + x, clientY: 50 });

test.for<[string, () => Event]>([
  ['the wheel', () => new WheelEvent('wheel', { deltaY: 40 })],
  ['a finger', () => new Event('touchmove')],
  ['Page Down', () => new KeyboardEvent('keydown', { key: 'PageDown' })],
  ['the space bar', () => new KeyboardEvent('keydown', { key: ' ' })],
  ['the scroll bar', () => new PointerEvent('pointerdown', at(195))],
  ['the middle button', () => new PointerEvent('pointerdown', { ...at(20), button: 1 })],
])('it stops for %s', ([, event]) => {
  area.dispatchEvent(event());
  expect(follow.on).toBe(false);
});

test.for<[string, () => Event]>([
  ['zooming', () => new WheelEvent('wheel', { deltaY: 40, ctrlKey: true })],
  ['other keys', () => new KeyboardEvent('keydown', { key: 'k' })],
  ['a press beside the lines', () => new PointerEvent('pointerdown', at(20))],
])('%s is no reading', ([, event]) => {
  area.dispatchEvent(event());
  expect(follow.on).toBe(true);
});

test('a press on the edge of a line is no scroll bar', () => {
  link.dispatchEvent(new PointerEvent('pointerdown', at(195)));
  expect(follow.on).toBe(true);
});

test('the scroll bar is on the other side where lines run from right to left', () => {
  area.dir = 'rtl';
  area.dispatchEvent(new PointerEvent('pointerdown', at(195)));
  expect(follow.on).toBe(true);
  area.dispatchEvent(new PointerEvent('pointerdown', at(3)));
  expect(follow.on).toBe(false);
});

test('the film may scroll the list itself', async () => {
  const scrolled = new Promise((resolve) => area.addEventListener('scroll', resolve, { once: true }));
  area.scrollTo({ top: 300, behavior: 'instant' });
  await scrolled;
  expect([area.scrollTop, follow.on]).toEqual([300, true]);
});

test('it stops for keys that walk into the lines, not for the list itself, nor for a press', async () => {
  await userEvent.click(link);
  expect(follow.on).toBe(true);
  link.blur();
  await userEvent.keyboard('{Tab}');
  area.focus();
  expect(follow.on).toBe(true);
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toBe(link);
  expect(follow.on).toBe(false);
});

test('it hears nothing more once it is ended', () => {
  stop();
  area.dispatchEvent(new WheelEvent('wheel', { deltaY: 40 }));
  expect(follow.on).toBe(true);
});
