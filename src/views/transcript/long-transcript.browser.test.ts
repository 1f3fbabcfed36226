/** The text of a very long film, in the whole page. */
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cleanup, render } from 'vitest-browser-svelte';
import { LongLibrary } from '../../../tests/support/long-library';
import App from '../../App.svelte';
import '../../styles/index.css';
import words from '../../language/words/nl.json';
import { addressBookOf, startSite, type Site } from '../../start';
import { ALL_AT_ONCE } from './rows';

const COUNT = 10_000;
const address = location.href;
let site: Site;

const lines = () => document.querySelectorAll('[data-part=line]');
const list = () => document.querySelector<HTMLElement>('[data-part=transcript] .lines')!;
/** Whether a line stands within what is seen of the list. */
function isSeen(index: number): boolean {
  const own = document.querySelector(`#line-l-${index}`)?.getBoundingClientRect();
  const area = list().getBoundingClientRect();
  return own !== undefined && own.height > 0 && own.top >= area.top && own.bottom <= area.bottom;
}

async function open(count: number): Promise<void> {
  const library = new LongLibrary(count);
  site = await startSite(library, addressBookOf(library), { view: 'film', language: 'nl' }, '/');
  await render(App, { site });
}

beforeEach(() => page.viewport(1200, 800));
afterEach(() => history.replaceState(null, '', address));

test('only what is seen stands in the page, at every moment', async () => {
  await open(COUNT);
  await expect.poll(() => document.querySelector('[aria-setsize]')).not.toBeNull();
  await expect.poll(() => lines().length).toBeLessThan(100);
  const first = document.querySelector('#line-l-0')!.parentElement!;
  expect([first.ariaSetSize, first.ariaPosInSet]).toEqual([String(COUNT), '1']);
  await expect.element(page.getByRole('heading', { name: 'Deel 1 & verder' })).toBeVisible();

  site.player.seek(9000 * 5 + 1);
  await expect.poll(() => isSeen(9000)).toBe(true);
  const current = document.querySelectorAll('[data-part=line][aria-current]');
  expect([...current].map(({ id }) => id)).toEqual(['line-l-9000']);
  expect(lines().length).toBeLessThan(100);
  expect(list().querySelectorAll('*').length).toBeLessThan(1500);
});

test('ten times as long a film takes no more of the page', async () => {
  const elements = async (count: number): Promise<number> => {
    await open(count);
    await expect.poll(() => document.querySelector('[aria-setsize]')).not.toBeNull();
    await expect.poll(() => lines().length).toBeLessThan(100);
    const found = document.querySelectorAll('*').length;
    cleanup();
    return found;
  };
  const [short, long] = [await elements(12_000), await elements(120_000)];
  expect(long - short).toBeLessThanOrEqual(100);
});

test('of many chapters the first are shown, and all of them when asked', async () => {
  await open(30_000);
  const chapters = page.getByRole('navigation', { name: words.chapters.title });
  expect(chapters.getByRole('link').elements()).toHaveLength(24);
  await chapters.getByRole('button', { name: words.chapters.all.replace('{{count}}', '60') }).click();
  const links = chapters.getByRole('link').elements();
  expect(links).toHaveLength(60);
  expect(document.activeElement).toBe(links[24]);
});

test('search finds in all lines of both languages, and goes there', async () => {
  await open(COUNT);
  await expect.poll(() => document.querySelector('[aria-setsize]')).not.toBeNull();
  const box = page.getByRole('searchbox', { name: words.transcript.search });
  await box.fill('REGEL 8765 GAAT');
  await expect.element(page.getByText('1 van 1', { exact: true })).toBeVisible();
  await expect.poll(() => isSeen(8765)).toBe(true);
  expect([...document.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['Regel 8765 gaat']);

  await box.fill('line 4321 is about coming closer');
  await expect.poll(() => isSeen(4321)).toBe(true);
  const marks = [...document.querySelectorAll('#line-l-4321 [lang=en] mark')].map(({ textContent }) => textContent);
  expect(marks.join('')).toBe('Line 4321 is about coming closer');

  await box.fill('client');
  await expect.element(page.getByText(`1 van ${COUNT}`)).toBeVisible();
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
  await expect.poll(() => isSeen(COUNT - 1)).toBe(true);
  expect(site.player.time).toBe(0);
});

// Ten thousand lines are some hundred thousand elements: seconds, for who asks for it.
test('all can be put into the page', async () => {
  const count = 2000;
  await open(count);
  await expect.poll(() => lines().length).toBeLessThan(100);
  await page.getByRole('button', { name: words.transcript.showAll }).click();
  await expect.poll(() => lines().length, { timeout: 10_000 }).toBe(count);
  site.player.seek((count - 100) * 5);
  await expect.poll(() => isSeen(count - 100), { timeout: 10_000 }).toBe(true);
});

test('a film of ordinary length has all its lines in the page', async () => {
  await open(ALL_AT_ONCE);
  expect(lines().length).toBe(ALL_AT_ONCE);
  expect(document.querySelector('[aria-setsize]')).toBeNull();
});
