/** What shows time as it passes: written by the tick, as an effect each second was a quarter of what playing cost in script. */
import { untrack } from 'svelte';
import type { Player } from '../playback/player.svelte';

/**
 * For an attachment: calls `show` with the time at each tick of a film that plays, when a film that stands still is elsewhere, and when
 * anything else changes that it reads.
 */
export function showTime(player: Player, show: (time: number) => void): () => void {
  $effect(() => {
    void ((player.paused || player.seeking) && player.time);
    show(untrack(() => player.time));
  });
  return player.eachTick(() => show(player.time));
}
