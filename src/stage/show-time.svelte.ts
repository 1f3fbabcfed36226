/** What shows time as it passes: written by the tick, as an effect each second was a quarter of what playing cost in script. */
import { untrack } from 'svelte';
import type { Player } from '../playback/player.svelte';

/**
 * For an attachment: calls `show` with the time of a film that plays whenever it comes to a next step of `step` seconds, when a film that
 * stands still is elsewhere, and when anything else changes that the two read.
 */
export function showTime(player: Player, step: () => number, show: (time: number) => void): () => void {
  let seconds = 1;
  let shown = NaN;
  const stepAt = (time: number) => Math.floor(time / seconds);
  $effect(() => {
    void ((player.paused || player.seeking) && player.time);
    seconds = step();
    const time = untrack(() => player.time);
    shown = stepAt(time);
    show(time);
  });
  return player.eachTick(() => {
    const { time } = player;
    if (stepAt(time) === shown) return;
    shown = stepAt(time);
    show(time);
  });
}
