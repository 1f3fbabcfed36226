/**
 * Media keys, headsets and the browser's own media buttons would play or pause the room's film behind the host's back. In a workshop they
 * ask the host instead, as a clicker does; what a workshop has no use for does nothing.
 */
import type { Player } from '../playback/player.svelte';
import type { Command } from '../sync/protocol';

const NOTHING = ['stop', 'seekbackward', 'seekforward', 'seekto'] as const satisfies readonly MediaSessionAction[];

/** Call while a component is made. */
export function runMediaKeys(player: Player, onpress: (command: Command) => void): void {
  // Drives the media session of the browser, for as long as the component lives.
  $effect(() => {
    if (!('mediaSession' in navigator)) return;
    const session = navigator.mediaSession;
    const toggleWhen = (paused: boolean) => () => {
      if (player.paused === paused) onpress('play');
    };
    const handlers: Partial<Record<MediaSessionAction, () => void>> = {
      play: toggleWhen(true),
      pause: toggleWhen(false),
      nexttrack: () => onpress('next'),
      previoustrack: () => onpress('previous'),
      ...Object.fromEntries(NOTHING.map((action) => [action, () => {}])),
    };
    for (const [action, handler] of Object.entries(handlers))
      setHandler(session, action as MediaSessionAction, handler);
    $effect(() => {
      session.playbackState = player.started ? (player.paused ? 'paused' : 'playing') : 'none';
    });
    return () => {
      for (const action of Object.keys(handlers)) setHandler(session, action as MediaSessionAction, null);
      session.playbackState = 'none';
    };
  });
}

/** Browsers refuse actions that they do not know with a TypeError. */
function setHandler(session: MediaSession, action: MediaSessionAction, handler: (() => void) | null): void {
  try {
    session.setActionHandler(action, handler);
  } catch (reason) {
    if (!(reason instanceof TypeError)) throw reason;
  }
}
