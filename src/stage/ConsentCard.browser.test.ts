import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { bareEdition } from '../../tests/support/bare-edition';
import ConsentOpener from '../../tests/support/ConsentOpener.svelte';
import { Language } from '../language/language.svelte';
import nl from '../language/words/nl.json';
import type { ServiceFilm } from '../timeline/film-source';

const open = (service: ServiceFilm) =>
  render(ConsentOpener, {
    language: new Language('nl', nl),
    data: bareEdition({ film: { width: 16, height: 9, sources: [], posters: [], service } }),
  });
const play = page.getByRole('button', { name: 'Speel' });
const show = page.getByRole('button', { name: /^Toon de film/ });
const there = page.getByRole('link');

test.each([
  ['youtube', 'aBcDeFgHiJk', 'YouTube is van Google.', 'https://www.youtube.com/watch?v=aBcDeFgHiJk'],
  ['vimeo', '123456789', 'Vimeo is een bedrijf in de Verenigde Staten.', 'https://vimeo.com/123456789'],
] as const)(
  '%s: says to whom what is sent, and leads whoever plays to the press',
  async (service, id, owner, address) => {
    await open({ service, id, off: false });
    await expect.element(page.getByText(owner)).toBeVisible();
    await expect.element(page.getByText('IP-adres')).toBeVisible();
    await expect.element(there).toHaveAttribute('href', address);
    await play.click();
    await expect.element(show).toHaveFocus();
    await show.click();
    await expect.element(page.getByText('Getoond')).toBeVisible();
  },
);

test('switched off: says so, offers no press but the link, and loads nothing', async () => {
  const { container } = await open({ service: 'vimeo', id: '123456789', off: true });
  await expect.element(page.getByText(nl.outside.off)).toBeVisible();
  expect(show.query()).toBeNull();
  await play.click();
  await expect.element(there).toHaveFocus();
  expect(container.querySelectorAll('iframe')).toHaveLength(0);
});
