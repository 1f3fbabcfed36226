/** Ties the memory to the film and the preferences. To be called once, where the page begins. */
import { untrack } from 'svelte';
import { decodePreferences } from '../playback/preference-values';
import type { Player } from '../playback/player.svelte';
import type { Preferences } from '../playback/preferences.svelte';
import type { Memory } from './memory.svelte';
import { setBetween, type Settings } from './remembered';

export function keepOnDevice(
  memory: Memory,
  player: Player,
  preferences: Preferences,
  languages: readonly string[],
): void {
  // Reads the device, once the page has been taken over as it was written.
  $effect(() =>
    untrack(() => {
      memory.open();
      preferences.set(decodePreferences(memory.preferences, languages));
      if (memory.rate !== undefined) player.setRate(memory.rate);
    }),
  );

  // As values, so that what follows runs when they change and not at every word of the media.
  const rate = $derived(player.rate);
  const started = $derived(player.started);
  const paused = $derived(player.paused);

  /** As they were last seen here: only what is set in this tab is written, so that two tabs don't undo each other. */
  let before: { readonly changed: Settings; readonly speed: number } | undefined;
  // Writes what the viewer sets.
  $effect(() => {
    const { changed } = preferences;
    const speed = rate;
    untrack(() => {
      const last = before ?? { changed, speed: memory.rate ?? 1 };
      const set = setBetween(last.changed, changed);
      const isNewSpeed = before !== undefined && speed !== last.speed;
      before = before ? { changed, speed } : last;
      if (Object.keys(set).length === 0 && !isNewSpeed) return;
      if (Object.keys(changed).length > 0) memory.wake();
      memory.keepPreferences(set, isNewSpeed ? speed : undefined);
    });
  });

  /** Where it was when it was last kept: who only closes a tab must not undo what was watched in another. */
  let keptAt: number | undefined;
  const keepPlace = () => {
    if (!player.started || player.time === keptAt) return;
    keptAt = player.time;
    memory.keepFilm(player.time, player.duration);
  };
  // Writes the place when a film that has played stands still, and wakes the memory when it plays.
  $effect(() => {
    if (!started) return;
    const stands = paused;
    untrack(() => (stands ? keepPlace() : memory.wake()));
  });
  // Pages are closed without a word, phones put them away: being hidden is the last that is surely told.
  $effect(() => {
    const stop = new AbortController();
    const pressed = () => memory.press();
    for (const name of ['click', 'keydown'] as const)
      document.addEventListener(name, pressed, { capture: true, once: true, signal: stop.signal });
    addEventListener('storage', (event) => memory.hear(event.key), { signal: stop.signal });
    const whenHidden = () => document.visibilityState === 'hidden' && keepPlace();
    document.addEventListener('visibilitychange', whenHidden, { signal: stop.signal });
    addEventListener('pagehide', keepPlace, { signal: stop.signal });
    return () => stop.abort();
  });
}
