import { expect, test } from '../support/test';
import { wordsIn } from '../support/site';
import { edition, linkedCue, textOf, timeline } from '../support/shipped-edition';
import { clockText } from '../../src/timeline/clock-time';
import { otherSide } from '../../src/timeline/other-side';

const there = otherSide(edition.data, timeline, linkedCue.start)!;
const nameOf = (person: string) => edition.data.people.find(({ id }) => id === person)!.name;
const filled = (text: string, holes: Record<string, string>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, hole: string) => holes[hole]!);

test('from one side of the table to the other and back, by button and by key; the film plays on', async ({
  site,
  page,
}) => {
  const t = wordsIn('nl').otherSide;
  const from = linkedCue.start + 0.52;
  const side = textOf('nl').words.perspectives[there.to.perspective]!.one;
  const hear = filled(t.hear, { name: nameOf(there.to.person), side });
  const back = filled(t.back, { name: nameOf(there.from.person), time: clockText(from) });
  const button = site.part('other-side');
  await site.openFilm('nl', from);
  await expect(button).toHaveAccessibleName(hear);
  await button.click();
  await expect(button).toHaveAccessibleName(back);
  await expect.poll(() => site.time()).toBeCloseTo(there.to.cue.start, 2);
  expect(await site.paused()).toBe(true);
  await page.keyboard.press('h');
  await expect.poll(() => site.time()).toBeCloseTo(from, 2);
  await expect(button).toHaveAccessibleName(hear);

  await site.play();
  await page.keyboard.press('h');
  await expect.poll(() => site.time()).toBeGreaterThan(there.to.cue.start + 0.3);
  expect(await site.paused()).toBe(false);
  const opening = t.back.split(' {{')[0]!;
  await expect(button).toContainText(opening);
  // Five seconds on is elsewhere: where the way back led is now the viewer's own affair.
  await site.part('play').press('ArrowRight');
  await expect(button).not.toContainText(opening);
});

test('over the picture the same stands beside the theme', async ({ site }) => {
  const t = wordsIn('nl').otherSide;
  await site.openFilm('nl', linkedCue.start + 0.1);
  await site.part('overlay-theme').getByRole('button', { name: t.short }).click();
  await expect.poll(() => site.time()).toBeCloseTo(there.to.cue.start, 2);
  await expect(site.part('overlay-theme').getByRole('button')).toHaveCount(0);
});
