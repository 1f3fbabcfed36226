/** "Wait while I read": the film stops at the end of each line that is said, until the viewer goes on. */
import { untrack } from 'svelte';
import type { Now } from '../playback/now.svelte';
import type { Player } from '../playback/player.svelte';
import type { Preferences } from '../playback/preferences.svelte';

/** A line that is as good as over is let go: the viewer has just gone on (seconds). */
const NEARLY_OVER = 0.05;

/** To be run whenever what it reads changes: the line, the switch, and whatever makes a film forget its stops. */
export function waitAtLines(player: Player, now: Now, preferences: Preferences): void {
  const { cue } = now;
  const plays = !player.paused && !player.seeking;
  if (!preferences.waitAtLines) player.forgetStop('line');
  else if (cue && plays)
    untrack(() => {
      if (player.time < cue.end - NEARLY_OVER) player.stopAt('line', cue.end);
    });
}
