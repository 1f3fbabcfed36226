/** Keys of the player as rows of one table: what is done with them, and what the help panel tells of them. */
import type { WordKey } from '../language/language.svelte';
import type { Journey } from '../navigation/journey.svelte';
import { RATES, type Player } from '../playback/player.svelte';
import type { Detour } from '../playback/detour.svelte';
import type { Preferences } from '../playback/preferences.svelte';
import { nextStep, previousStep, type StepKind } from '../timeline/steps';
import type { FullScreen } from './full-screen.svelte';
import type { PictureInPicture } from './picture-in-picture.svelte';

export interface Shortcut {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  /** What the help panel calls the key; without it, the key itself. */
  readonly name?: WordKey;
  readonly does: WordKey;
  readonly when?: () => boolean;
  /** Told in the help panel only where the browser can do it. */
  readonly offered?: () => boolean;
  /** It leads to the page: pressed in the film's own window, the page comes forward. */
  readonly leads?: true;
  readonly run: () => void;
}

interface Parts {
  readonly player: Player;
  readonly preferences: Preferences;
  readonly journey: Journey;
  readonly fullScreen: FullScreen;
  readonly pictureInPicture: PictureInPicture;
  readonly detour: Detour;
  /** Whether a voice can tell what is to be seen. */
  readonly canDescribe: () => boolean;
  readonly showHelp: () => void;
  readonly takeBreak: () => void;
}

/** Seconds that one press goes back or on. */
export const STEP = 5;

export function toNext(player: Player, kind: StepKind): void {
  const time = nextStep(player.timeline, kind, player.time);
  if (time !== undefined) player.seek(time);
}

export function toPrevious(player: Player, kind: StepKind): void {
  const time = previousStep(player.timeline, kind, player.time);
  if (time !== undefined) player.seek(time);
}

function stepRate(player: Player, step: 1 | -1): void {
  const rate = step > 0 ? RATES.find((each) => each > player.rate) : RATES.findLast((each) => each < player.rate);
  if (rate !== undefined) player.setRate(rate);
}

export function createShortcuts({
  player,
  preferences,
  journey,
  fullScreen,
  pictureInPicture,
  detour,
  canDescribe,
  showHelp,
  takeBreak,
}: Parts): readonly Shortcut[] {
  const canMove = () => pictureInPicture.offered !== undefined;
  const latest = () => player.timeline.momentAt(player.time).latest;
  return [
    { key: ' ', name: 'keys.space', does: 'keys.toggle', run: player.toggle },
    { key: 'k', does: 'keys.toggle', run: player.toggle },
    { key: 'ArrowLeft', name: 'keys.arrowLeft', does: 'keys.back', run: () => player.skip(-STEP) },
    { key: 'ArrowRight', name: 'keys.arrowRight', does: 'keys.forward', run: () => player.skip(STEP) },
    { key: '[', does: 'keys.previousChapter', run: () => toPrevious(player, 'chapter') },
    { key: ']', does: 'keys.nextChapter', run: () => toNext(player, 'chapter') },
    { key: ',', does: 'keys.previousLine', run: () => toPrevious(player, 'line') },
    { key: '.', does: 'keys.nextLine', run: () => toNext(player, 'line') },
    { key: 'p', does: 'keys.previousStep', run: () => toPrevious(player, preferences.step) },
    { key: 'n', does: 'keys.nextStep', run: () => toNext(player, preferences.step) },
    { key: 'c', does: 'keys.subtitles', run: preferences.toggleSubtitles },
    {
      key: 'd',
      does: 'keys.described',
      offered: canDescribe,
      when: canDescribe,
      run: () => (preferences.described = !preferences.described),
    },
    { key: 'o', does: 'keys.overlays', run: () => (preferences.overlays = !preferences.overlays) },
    {
      key: 'r',
      does: 'keys.read',
      leads: true,
      when: () => latest()?.paragraph !== undefined,
      run: () => journey.read(latest()!),
    },
    { key: 'b', does: 'keys.backToFilm', leads: true, run: journey.backToFilm },
    { key: 'h', does: 'keys.otherSide', run: detour.cross },
    { key: 'e', does: 'keys.break', leads: true, run: takeBreak },
    { key: 'w', does: 'keys.wait', run: () => (preferences.waitAtLines = !preferences.waitAtLines) },
    { key: 'm', does: 'keys.mute', run: () => player.setMuted(!player.muted) },
    { key: 'ArrowUp', name: 'keys.arrowUp', does: 'keys.louder', run: () => player.setVolume(player.volume + 0.1) },
    { key: 'ArrowDown', name: 'keys.arrowDown', does: 'keys.softer', run: () => player.setVolume(player.volume - 0.1) },
    { key: '>', does: 'keys.faster', run: () => stepRate(player, 1) },
    { key: '<', does: 'keys.slower', run: () => stepRate(player, -1) },
    {
      key: 'f',
      does: 'keys.fullScreen',
      leads: true,
      offered: () => fullScreen.offered,
      when: () => fullScreen.offered,
      run: () => void fullScreen.toggle(),
    },
    {
      key: 'i',
      does: 'keys.pictureInPicture',
      offered: canMove,
      when: canMove,
      run: () => void pictureInPicture.toggle(),
    },
    { key: '?', does: 'keys.help', leads: true, run: showHelp },
  ];
}

/** Letters work anywhere on the page but in fields; keys that a page needs itself (space, arrows) only in the player. */
export function isShortcutFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  // Not by `instanceof`: the film's own window has classes of its own.
  const target = event.target as Partial<HTMLElement> | null;
  if (!target?.closest) return false;
  if (target.isContentEditable || target.closest('input:not([type=range]), textarea, select, dialog, [popover]'))
    return false;
  const needed = event.key === ' ' || event.key.startsWith('Arrow');
  if (!needed) return true;
  if (event.key === ' ' && target.closest('button, a, summary, [role=button], input')) return false;
  if (target.closest('input, [role=toolbar]')) return false;
  return target.ownerDocument !== document || target.closest('[data-part=theatre]') !== null;
}
