/** Keys of presenters and their clickers, as rows of one table: what they do, and what the help panel tells of them. */
import type { WordKey } from '../language/language.svelte';
import type { Command } from '../sync/protocol';

export interface PresenterKey {
  /** `KeyboardEvent.key` in lower case. */
  readonly keys: readonly string[];
  /** What the help panel calls them. */
  readonly name: WordKey;
  readonly does: WordKey;
  readonly run: () => void;
  /** Buttons and choices need it themselves. */
  readonly shared?: true;
}

interface Parts {
  readonly give: (command: Command) => void;
  /** True while the film is what the room sees: then the space bar holds it, else it goes on. */
  readonly filmIsOn: () => boolean;
  /** F5: in the host's window the room's window comes up; where the room is seen, it fills the screen. */
  readonly startShow: () => void;
  readonly startShowDoes: WordKey;
  readonly fullScreen?: () => void;
  readonly notes?: () => void;
  readonly help?: () => void;
}

export function presenterKeys({
  give,
  filmIsOn,
  startShow,
  startShowDoes,
  fullScreen,
  notes,
  help,
}: Parts): readonly PresenterKey[] {
  return [
    { keys: ['pagedown'], name: 'host.keys.pageDown', does: 'host.keys.next', run: () => give('next') },
    { keys: ['pageup'], name: 'host.keys.pageUp', does: 'host.keys.previous', run: () => give('previous') },
    { keys: ['arrowright'], name: 'keys.arrowRight', does: 'host.keys.next', shared: true, run: () => give('next') },
    {
      keys: ['arrowleft'],
      name: 'keys.arrowLeft',
      does: 'host.keys.previous',
      shared: true,
      run: () => give('previous'),
    },
    {
      keys: [' '],
      name: 'keys.space',
      does: 'host.keys.play',
      shared: true,
      run: () => give(filmIsOn() ? 'play' : 'next'),
    },
    { keys: ['b', '.'], name: 'host.keys.b', does: 'host.keys.black', run: () => give('black') },
    { keys: ['q'], name: 'host.keys.q', does: 'host.keys.quote', run: () => give('quote') },
    { keys: ['f5'], name: 'host.keys.f5', does: startShowDoes, run: startShow },
    { keys: ['escape'], name: 'host.keys.escape', does: 'host.keys.uncover', run: () => give('uncover') },
    ...(fullScreen ? [{ keys: ['f'], name: 'host.keys.f', does: 'keys.fullScreen', run: fullScreen } as const] : []),
    ...(notes ? [{ keys: ['n'], name: 'host.keys.n', does: 'host.keys.notes', run: notes } as const] : []),
    ...(help ? [{ keys: ['?'], name: 'host.keys.question', does: 'keys.help', run: help } as const] : []),
  ];
}

/** True when the key was one of the presenter's; the page does nothing else with it then. */
export function pressPresenterKey(keys: readonly PresenterKey[], event: KeyboardEvent): boolean {
  // With Ctrl it is the browser's: Ctrl+F5 loads the page anew, whatever happens. Clickers send Shift+F5 as well as F5.
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const target = event.target instanceof Element ? event.target : undefined;
  const pressed = keys.find(({ keys: names }) => names.includes(event.key.toLowerCase()));
  if (!pressed || target?.closest('textarea, [contenteditable], input:not([type=radio], [type=checkbox])'))
    return false;
  // A panel is closed by Escape, and gone through with the keys that all controls have; a clicker works on.
  if (target?.closest('dialog') && (pressed.shared || pressed.keys.includes('escape'))) return false;
  if (pressed.shared && target?.closest(event.key === ' ' ? 'button, a, summary, input, select' : 'input, select'))
    return false;
  event.preventDefault();
  // A key that is held down would run through the whole programme.
  if (!event.repeat) pressed.run();
  return true;
}
