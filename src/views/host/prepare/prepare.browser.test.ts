/** Composing a programme, in the whole page, on the small edition. */
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import words from '../../../language/words/nl.json';
import { Library } from '../../../loading/library.svelte';
import { addressBookOf, startSite } from '../../../start';
import WorkshopApp from '../../../WorkshopApp.svelte';
import '../../../styles/index.css';

const t = words.programme;
const before = location.href;
const THREE = '#programme=1/mila:10/tom:5/theme:rust:8';

/** The texts of the interface with their holes filled. */
const told = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
const keys = () =>
  [...document.querySelectorAll<HTMLElement>('[data-part=chosen] > li')].map((li) => li.dataset['key']);
const field = (title: string) => page.getByRole('spinbutton', { name: told(t.talk.label, { title }) });
const button = (text: string, title: string) => page.getByRole('button', { name: told(text, { title }), exact: true });
const said = () => document.querySelector('[data-part=said]')?.textContent;
const hash = () => expect.poll(() => location.hash);

async function open(fragment: string): Promise<void> {
  const library = new Library();
  const site = await startSite(library, addressBookOf(library), { view: 'host', language: 'nl' }, '/');
  history.replaceState(null, '', fragment || location.pathname);
  await render(WorkshopApp, { site });
}

beforeEach(() => page.viewport(1200, 900));
afterEach(() => {
  history.replaceState(null, '', before);
  localStorage.clear();
});

test('Alt with an arrow moves what has the focus, which keeps it; the address and the voice follow', async () => {
  await open(THREE);
  await expect.element(field('Rust')).toBeVisible();
  (field('Rust').element() as HTMLElement).focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await hash().toBe('#programme=1/mila:10/theme:rust:8/tom:5');
  await expect.poll(said).toBe(told(t.list.said, { title: 'Rust', index: 2, count: 3 }));
  await expect.element(field('Rust')).toHaveFocus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
  await hash().toBe('#programme=1/theme:rust:8/mila:10/tom:5');
  await expect.element(field('Rust')).toHaveFocus();
  expect(keys()).toEqual(['theme:rust', 'mila', 'tom']);
});

test('the buttons move too, keep the focus, and do nothing at the ends', async () => {
  await open(THREE);
  const down = button(t.list.down, 'Mila');
  await down.click();
  await down.click();
  await hash().toBe('#programme=1/tom:5/theme:rust:8/mila:10');
  await expect.element(down).toHaveFocus();
  await expect.element(down).toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('{Enter}');
  expect(keys()).toEqual(['tom', 'theme:rust', 'mila']);
});

test('a row is dragged by its grip to where it is let go', async () => {
  await open(THREE);
  await expect.poll(keys).toEqual(['mila', 'tom', 'theme:rust']);
  const row = (key: string) => page.elementLocator(document.querySelector(`[data-key="${key}"]`)!);
  const grip = (key: string) => page.elementLocator(document.querySelector(`[data-key="${key}"] [data-grip]`)!);
  await userEvent.dragAndDrop(grip('theme:rust'), row('mila'), { targetPosition: { x: 20, y: 4 } });
  await hash().toBe('#programme=1/theme:rust:8/mila:10/tom:5');
  await userEvent.dragAndDrop(grip('theme:rust'), row('mila'), { targetPosition: { x: 20, y: 60 } });
  await hash().toBe('#programme=1/mila:10/theme:rust:8/tom:5');
  for (const { style } of document.querySelectorAll<HTMLElement>('[data-part=chosen] > li'))
    expect(style.transform).toBe('');
});

test('minutes by button and by number, never more than there can be', async () => {
  await open(THREE);
  await button(t.talk.more, 'Mila').click();
  await hash().toContain('/mila:11/');
  await button(t.talk.less, 'Tom').click();
  await hash().toContain('/tom:4/');
  await field('Tom').fill('900');
  await userEvent.keyboard('{Tab}');
  await hash().toContain('/tom:120/');
  await expect.element(field('Tom')).toHaveValue(120);
  await field('Tom').fill('');
  await userEvent.keyboard('{Tab}');
  await expect.element(field('Tom')).toHaveValue(120);
});

test('the sum is held against the time there is', async () => {
  await open('#programme=1/mila:10');
  const wished = page.getByRole('spinbutton', { name: t.sums.wished });
  await wished.fill('11');
  await userEvent.keyboard('{Tab}');
  await hash().toBe('#programme=1/mila:10&minutes=11');
  await expect.element(page.getByText(t.sums.exact)).toBeVisible();
  await button(t.talk.more, 'Mila').click();
  await expect.element(page.getByText(told(t.sums.over_one, { count: 1 }), { exact: true })).toBeVisible();
  await wished.fill('');
  await userEvent.keyboard('{Tab}');
  await hash().toBe('#programme=1/mila:11');
});

test('choosing puts in and takes out; what is taken out comes back where it was', async () => {
  await open('#programme=1/mila:10/tom:5');
  await page.getByRole('button', { name: 'Rust', pressed: false }).click();
  await hash().toBe(THREE);
  await button(t.list.remove, 'Mila').click();
  await hash().toBe('#programme=1/tom:5/theme:rust:8');
  await expect.element(button(t.list.remove, 'Tom')).toHaveFocus();
  await page.getByRole('button', { name: t.list.undo }).click();
  await hash().toBe(THREE);
  await expect.element(page.getByRole('heading', { name: t.list.title, exact: true })).toHaveFocus();
});

test('a broken address is explained in one place, until that is closed', async () => {
  await open('#programme=1/mila:900/tom/tom:3/nobody:4');
  const repairs = page.getByRole('region', { name: t.repairs.title });
  await expect.element(repairs).toHaveTextContent(told(t.repairs.minutes, { value: '900', minutes: 120 }));
  await expect.element(repairs).toHaveTextContent(told(t.repairs.twice, { value: 'Tom' }));
  await expect.element(repairs).toHaveTextContent(told(t.repairs.unknown, { value: 'nobody' }));
  expect(location.hash).toBe('#programme=1/mila:900/tom/tom:3/nobody:4');
  await repairs.getByRole('button', { name: t.repairs.done }).click();
  await hash().toBe('#programme=1/mila:120/tom:8');
  await expect.element(repairs).not.toBeInTheDocument();

  location.hash = '#programme=7/mila:3';
  await expect.element(repairs).toHaveTextContent(told(t.repairs.version, { value: '7' }));
  await expect.element(page.getByRole('heading', { name: t.start.title })).toBeVisible();
  location.hash = '#programme=1/tom:3';
  await expect.poll(keys).toEqual(['tom']);
  await expect.element(repairs).not.toBeInTheDocument();
});

test('the mail has the programme in words and its address; handouts get the same programme', async () => {
  await open('#programme=1/tom:5/theme:rust:8');
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  await expect.element(link(t.take.handout)).toHaveAttribute('href', '/nl/werkblad/#programme=1/tom:5/theme:rust:8');
  await expect
    .element(link(t.take.hostHandout))
    .toHaveAttribute('href', '/nl/werkblad/#programme=1/tom:5/theme:rust:8&for=host');
  const mail = new URL((link(t.take.mail).element() as HTMLAnchorElement).href);
  const body = mail.searchParams.get('body')!;
  expect(mail.protocol).toBe('mailto:');
  expect(mail.search).not.toMatch(/[+\s/:]/);
  expect(body.split('\r\n')).toContain(`${location.origin}/nl/presenteren/#programme=1/tom:5/theme:rust:8`);
  expect(body).toMatch(/1\. Tom: .*\r\n2\. Rust: /);
  expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('a suggestion makes a programme; nothing is stored by any of it', async () => {
  await open('');
  await page.getByRole('link', { name: t.start.whole }).click();
  await hash().toBe('#programme=1/mila:8/tom:8');
  await expect.element(page.getByRole('heading', { name: t.list.title, exact: true })).toHaveFocus();
  expect(localStorage.length).toBe(0);
});
