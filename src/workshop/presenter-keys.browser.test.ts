import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { presenterKeys, pressPresenterKey } from './presenter-keys';

let done: string[];
let filmIsOn: boolean;
/** Of each key that was pressed: whether the page may still do something with it. */
let free: boolean[];
let stop: AbortController;

const all = presenterKeys({
  give: (command) => done.push(command),
  filmIsOn: () => filmIsOn,
  startShow: () => done.push('show'),
  startShowDoes: 'host.keys.show',
  fullScreen: () => done.push('full screen'),
  notes: () => done.push('notes'),
  help: () => done.push('help'),
});

beforeEach(() => {
  done = [];
  free = [];
  filmIsOn = true;
  stop = new AbortController();
  window.addEventListener(
    'keydown',
    (event) => {
      const taken = pressPresenterKey(all, event);
      expect(event.defaultPrevented).toBe(taken);
      free.push(!taken);
    },
    { signal: stop.signal },
  );
});
afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
});

/** Puts an element on the page, with the focus in it. */
function focus<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Record<string, string> = {},
  parent?: Element,
) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  (parent ?? document.body).append(element);
  element.focus();
  expect(document.activeElement).toBe(element);
  return element;
}
/** A key as a program gives it: what keyboards can't be made to press here. */
function give(key: string, more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  document.activeElement!.dispatchEvent(event);
  return event.defaultPrevented;
}

const TABLE = [
  ['{PageDown}', 'next'],
  ['{PageUp}', 'previous'],
  ['{ArrowRight}', 'next'],
  ['{ArrowLeft}', 'previous'],
  [' ', 'play'],
  ['b', 'black'],
  ['.', 'black'],
  ['q', 'quote'],
  ['{F5}', 'show'],
  ['{Escape}', 'uncover'],
  ['f', 'full screen'],
  ['n', 'notes'],
  ['?', 'help'],
] as const;
const NAMES = all.flatMap(({ keys }) => keys);

test.each(TABLE)('%s is "%s", and the page does nothing else with it', async (key, command) => {
  await userEvent.keyboard(key);
  expect([done, free]).toEqual([[command], [false]]);
});

test('these are all keys, and each is told', () => {
  expect(NAMES).toHaveLength(TABLE.length);
  expect(new Set(NAMES).size).toBe(TABLE.length);
  for (const { name, does } of all)
    expect([name, does]).toEqual([expect.stringMatching(/keys\./), expect.stringMatching(/keys\./)]);
});

test('a window has no key for what it cannot do', () => {
  const few = presenterKeys({
    give: () => {},
    filmIsOn: () => true,
    startShow: () => {},
    startShowDoes: 'host.keys.show',
  });
  expect(few.flatMap(({ keys }) => keys)).toEqual(NAMES.filter((key) => !['f', 'n', '?'].includes(key)));
});

test('the space bar holds the film where that is on, else it goes on', async () => {
  filmIsOn = false;
  await userEvent.keyboard(' ');
  filmIsOn = true;
  await userEvent.keyboard(' ');
  expect(done).toEqual(['next', 'play']);
});

test('letters count large as well as small, and F5 with Shift, as clickers send it', async () => {
  await userEvent.keyboard('{Shift>}B{F5}{/Shift}');
  expect([done, free]).toEqual([
    ['black', 'show'],
    [true, false, false],
  ]);
});

test('other keys are left to the page', async () => {
  await userEvent.keyboard('a{Enter}{ArrowDown}{End}5{F6}');
  expect([done, free.includes(false)]).toEqual([[], false]);
});

test.each(['ctrlKey', 'altKey', 'metaKey'])('with %s each key is the browser’s', (modifier) => {
  expect(NAMES.filter((key) => give(key, { [modifier]: true }))).toEqual([]);
  expect(done).toEqual([]);
});

test('a key that writes a sign together with others is left alone, and so is one that something else has taken', () => {
  expect(NAMES.filter((key) => give(key, { isComposing: true }))).toEqual([]);
  const button = focus('button');
  button.addEventListener('keydown', (event) => event.preventDefault());
  const event = new KeyboardEvent('keydown', { key: 'b', cancelable: true });
  event.preventDefault();
  expect(pressPresenterKey(all, event)).toBe(false);
  expect(done).toEqual([]);
});

test('a key that is held down counts once, and the page does not get the rest', async () => {
  await userEvent.keyboard('{PageDown>4/}{b>3/}');
  expect([done, free]).toEqual([['next', 'black'], Array.from({ length: 7 }, () => false)]);
});

describe('where somebody writes, nothing counts', () => {
  test.each([
    ['input', {}],
    ['input', { type: 'number' }],
    ['input', { type: 'search' }],
    ['textarea', {}],
    ['div', { contenteditable: 'true' }],
  ] as const)('%s %o', async (tag, attributes) => {
    const field = focus(tag, attributes);
    await userEvent.keyboard('b {PageDown}');
    expect([done, free.includes(false)]).toEqual([[], false]);
    if (tag === 'textarea') expect(field).toHaveProperty('value', 'b ');
    expect(NAMES.filter((key) => give(key))).toEqual([]);
  });
});

describe('a clicker works wherever the focus is; what the control needs itself stays with it', () => {
  test.each([
    ['button', {}, ' '],
    ['a', { href: '#there' }, ' '],
    ['select', {}, ' {ArrowLeft}{ArrowRight}'],
    ['input', { type: 'radio' }, ' {ArrowLeft}{ArrowRight}'],
    ['input', { type: 'checkbox' }, ' {ArrowLeft}{ArrowRight}'],
  ] as const)('%s %o', async (tag, attributes, own) => {
    const control = focus(tag, attributes);
    await userEvent.keyboard('{PageDown}{PageUp}b{F5}');
    expect(done).toEqual(['next', 'previous', 'black', 'show']);
    free = [];
    // The list of a choice would open, and take the keys that follow.
    if (tag === 'select') expect([' ', 'ArrowLeft', 'ArrowRight'].filter((key) => give(key))).toEqual([]);
    else await userEvent.keyboard(own);
    expect([done.length, free.includes(false)]).toEqual([4, false]);
    expect(document.activeElement).toBe(control);
  });

  test('the space bar presses the button, inside and out, and arrows go on', async () => {
    let presses = 0;
    const button = focus('button');
    button.addEventListener('click', () => (presses += 1));
    await userEvent.keyboard(' {ArrowRight}{ArrowLeft}');
    expect([presses, done]).toEqual([1, ['next', 'previous']]);
  });

  test('the space bar opens what is folded', async () => {
    const details = document.body.appendChild(document.createElement('details'));
    focus('summary', {}, details);
    await userEvent.keyboard(' ');
    expect([details.open, done]).toEqual([true, []]);
  });
});

test('in a dialog a clicker works on, and what the dialog needs is left to it', async () => {
  const dialog = document.body.appendChild(document.createElement('dialog'));
  dialog.showModal();
  focus('button', {}, dialog);
  await userEvent.keyboard('{ArrowRight}{PageDown}b');
  expect(done).toEqual(['next', 'black']);
  await userEvent.keyboard('{Escape}');
  expect([dialog.open, done.length]).toEqual([false, 2]);
});
