import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { clockText } from '../timeline/clock-time';
import TimePreview from './TimePreview.svelte';

/** Four columns and two rows, each of its own colour, drawn here. */
const COLOURS = ['#f00', '#0f0', '#00f', '#ff0', '#0ff', '#f0f', '#fff', '#888'];
function drawn(): string {
  const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 18 });
  const pen = canvas.getContext('2d')!;
  COLOURS.forEach((colour, nth) => {
    pen.fillStyle = colour;
    pen.fillRect((nth % 4) * 16, Math.floor(nth / 4) * 9, 16, 9);
  });
  return canvas.toDataURL();
}
const sprite = { file: drawn(), columns: 4, rows: 2, width: 16, height: 9 };
const props = { time: 0, duration: 80, clock: clockText, title: 'Sander', sprite, withPicture: true, onpick: () => {} };

/** As the time bar holds it: its size is what the place goes by. */
async function open(changes: Partial<typeof props> | { sprite: undefined }, width = 360) {
  const bar = document.body.appendChild(document.createElement('div'));
  Object.assign(bar.style, {
    position: 'relative',
    containerType: 'inline-size',
    width: `${width}px`,
    marginTop: '12rem',
  });
  const view = await render(TimePreview, { target: bar, props: { ...props, ...changes } });
  const preview = bar.querySelector<HTMLElement>('[data-part=time-preview]')!;
  const rerender = (later: { time: number | undefined }) => view.rerender({ ...props, ...changes, ...later });
  return { bar, preview, picture: () => preview.querySelector<HTMLElement>('.picture'), rerender };
}

test.each(COLOURS.map((_, nth) => nth))(
  'in the middle of part %i its picture fills the place, and no other',
  async (nth) => {
    const { picture } = await open({ time: nth * 10 + 5 });
    await expect.poll(() => picture()!.hidden).toBe(false);
    const place = picture()!.getBoundingClientRect();
    const all = picture()!.querySelector('img')!.getBoundingClientRect();
    expect(all.width / 4).toBeCloseTo(place.width, 0);
    expect(all.height / 2).toBeCloseTo(place.height, 0);
    expect((place.left - all.left) / place.width).toBeCloseTo(nth % 4, 1);
    expect((place.top - all.top) / place.height).toBeCloseTo(Math.floor(nth / 4), 1);
  },
);

test('stands over its time, and at the edges within the bar', async () => {
  const { bar, preview, picture, rerender } = await open({});
  await expect.poll(() => picture()!.hidden).toBe(false);
  const box = bar.getBoundingClientRect();
  const at = async (time: number) => {
    await rerender({ time });
    return preview.getBoundingClientRect();
  };
  expect((await at(0)).left).toBeCloseTo(box.left, 0);
  expect((await at(80)).right).toBeCloseTo(box.right, 0);
  const { left, width } = await at(40);
  expect(left + width / 2).toBeCloseTo(box.left + box.width / 2, 0);
});

test('a title that is wider than the bar stays within it', async () => {
  const { bar, preview } = await open(
    { sprite: undefined, title: 'Een heel lange titel van een hoofdstuk '.repeat(2) },
    200,
  );
  const [box, told] = [bar.getBoundingClientRect(), preview.getBoundingClientRect()];
  expect(told.left).toBeGreaterThanOrEqual(box.left - 0.5);
  expect(told.right).toBeLessThanOrEqual(box.right + 0.5);
});

test('time and chapter are there without a picture: none in the edition, none that comes, none wanted', async () => {
  const without = await open({ sprite: undefined });
  expect(without.preview.textContent).toContain('Sander');
  expect(without.picture()).toBeNull();

  const broken = await open({ sprite: { ...sprite, file: 'data:image/png;base64,AAAA' } });
  const image = broken.picture()!.querySelector('img')!;
  await expect.poll(() => image.complete).toBe(true);
  expect(broken.picture()!.hidden).toBe(true);
  expect(broken.preview.textContent).toContain('0:00');

  const { picture } = await open({ withPicture: false });
  await picture()!.querySelector('img')!.decode();
  expect(picture()!.hidden).toBe(true);
});

test('is not there for screen readers, and hidden where there is nothing to tell', async () => {
  const { preview, rerender } = await open({});
  expect(preview.ariaHidden).toBe('true');
  await rerender({ time: undefined });
  expect(preview.checkVisibility()).toBe(false);
});
