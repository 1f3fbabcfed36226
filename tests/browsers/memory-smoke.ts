/** What a viewer has set and where the film was left, at the next visit, and nothing of it when all is forgotten. */
import { linkedCue } from '../support/shipped-edition';
import { filmAddress, filmOf, moves, openAwake, t, type Stage } from './stage';
import { becomes, must, until } from './until';

export async function keptUntilForgotten(stage: Stage): Promise<void> {
  const { window } = stage;
  const size = () => window.run(() => document.querySelector<HTMLElement>('.picture')?.dataset['size'] ?? null);
  const kept = () => window.run(() => localStorage.length);
  // What other parts have left.
  await window.open(stage.site + filmAddress(linkedCue.start));
  await window.run(() => localStorage.clear());
  await openAwake(stage, window, filmAddress(linkedCue.start));
  must((await kept()) === 0, 'Something was kept before anybody had pressed.');
  await window.press(`button[aria-label="${t.film.settings}"]`);
  await window.press('label', t.settings.sizes.large);
  await becomes('the size of the subtitles', 'large', size);
  await window.press('[data-part=play]');
  await moves(window);
  await window.press('[data-part=play]');
  await until('a film that stands', async () => (await filmOf(window)).paused);
  await becomes('what is kept: a size and a place', 2, kept);

  await window.open('about:blank');
  await openAwake(stage, window, filmAddress(linkedCue.start));
  await becomes('the size at the next visit', 'large', size);
  await window.press(`button[aria-label="${t.film.settings}"]`);
  await window.press('button', t.memory.forget);
  await window.press('button', t.memory.forgetNow);
  await becomes('the size when all is forgotten', 'normal', size);
  await becomes('what is kept then', 0, kept);
}
