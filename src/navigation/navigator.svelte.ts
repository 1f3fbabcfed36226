/** Where the viewer is on this site, and how to get elsewhere without losing the film: the History API behind one class. */
import { createContext, tick } from 'svelte';
import { shellOf, type AddressBook, type Place } from './address';

/** A view that is ready to be shown: its parts are loaded. */
export interface Opened<View> {
  readonly place: Place;
  readonly view: View;
}

/** How somebody came to a place: by opening the address, by a link, or by the browser's back and forward. */
export type Arrival = 'opened' | 'link' | 'history';

/** Where the link at the top of every page leads. */
const SKIP = '#text';

interface HistoryState {
  readonly scroll?: number;
}

export class Navigator<View = unknown> {
  #opened = $state.raw<Opened<View>>()!;
  /** Part of an address behind `#`, with the sign; empty when there is none. */
  fragment = $state('');
  readonly book: AddressBook;
  /** Path to the folder that the site is in, with a slash at the end; in prerendered pages relative. */
  readonly #root: string;
  readonly #open: (place: Place) => Promise<Opened<View>>;
  #latest = 0;
  /** Called before a link changes the place, and after the place has changed. */
  onLeave: (from: Place) => void = () => {};
  onArrive: (to: Place, arrival: Arrival) => void = () => {};

  constructor(book: AddressBook, root: string, start: Opened<View>, open: (place: Place) => Promise<Opened<View>>) {
    this.book = book;
    this.#root = root;
    this.#opened = start;
    this.#open = open;
  }

  get place(): Place {
    return this.#opened.place;
  }
  get view(): View {
    return this.#opened.view;
  }

  href = (place: Place, fragment = ''): string => this.#root + this.book.addressOf(place) + fragment;

  /** An address of a file of this site. */
  file = (path: string): string => this.#root + path;

  /** From now on in a browser. `stop` ends it. */
  start(): () => void {
    const stop = new AbortController();
    this.fragment = location.hash;
    history.scrollRestoration = 'manual';
    addEventListener('popstate', () => void this.#restore(), { signal: stop.signal });
    this.onArrive(this.place, 'opened');
    return () => stop.abort();
  }

  /** Goes there; the page around the view, and the film in it, stay. */
  async go(place: Place, fragment = ''): Promise<void> {
    // "Skip to the text" is a step within the page, no place of its own.
    if (fragment === SKIP && this.#isSame(place, this.place)) {
      const text = document.querySelector<HTMLElement>(SKIP);
      text?.querySelector('h1, h2')?.scrollIntoView({ block: 'start' });
      return land(text);
    }
    const opened = await this.#load(place);
    if (!opened) return;
    if (this.#isSame(place, this.place)) {
      history.replaceState(history.state, '', this.href(place, fragment));
    } else {
      this.onLeave(this.place);
      this.rememberScroll();
      history.pushState({} satisfies HistoryState, '', this.href(place, fragment));
    }
    await this.#show(opened, fragment, 'link');
  }

  /** Takes over a press on a link to a page of this site; leaves all others, and presses that ask for a new tab, to the browser. */
  follow = (event: MouseEvent): void => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    // Not by `instanceof`: a link that stands in the film's own window may be of that window's classes.
    const link = (event.target as Partial<Element> | null)?.closest?.('a');
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    const path = new URL(link.href).pathname;
    const place = path.startsWith(this.#root) ? this.book.placeAt(path.slice(this.#root.length)) : undefined;
    // Another shell is another page: the browser opens it.
    if (!place || shellOf(place) !== shellOf(this.place)) return;
    event.preventDefault();
    void this.go(place, link.hash);
  };

  /** Writes another fragment into the address without leaving a step in the history. */
  replaceFragment(fragment: string): void {
    if (this.fragment === fragment) return;
    this.fragment = fragment;
    history.replaceState(history.state, '', this.href(this.place, fragment));
  }

  rememberScroll(): void {
    history.replaceState({ ...history.state, scroll: scrollY } satisfies HistoryState, '');
  }

  async #restore(): Promise<void> {
    const place = this.book.placeAt(location.pathname.slice(this.#root.length));
    if (!place) return location.reload();
    const opened = await this.#load(place);
    if (!opened) return;
    // The entry that is left can't be written any more: the browser is already at the other one.
    const { scroll } = (history.state ?? {}) as HistoryState;
    // A step that this page has not made: somebody has written another fragment into the address.
    const arrival = history.state === null ? 'opened' : 'history';
    await this.#show(opened, location.hash, arrival, scroll);
  }

  /** Undefined when a newer press came while this one was loading. */
  async #load(place: Place): Promise<Opened<View> | undefined> {
    this.#latest += 1;
    const mine = this.#latest;
    const opened = await this.#open(place);
    return mine === this.#latest ? opened : undefined;
  }

  async #show(opened: Opened<View>, fragment: string, arrival: Arrival, scroll?: number): Promise<void> {
    const { place: from } = this;
    const sameView = opened.place.view === from.view && opened.place.id === from.id;
    const samePage = sameView && opened.place.language === from.language;
    this.#opened = opened;
    this.fragment = fragment;
    await tick();
    this.onArrive(opened.place, arrival);
    if (scroll !== undefined) scrollTo(0, scroll);
    else if (!this.#reveal(opened.place, fragment) && !sameView) scrollTo(0, 0);
    if (!sameView) this.#moveFocus(fragment);
    // In the film view a fragment is a moment: whoever presses a chapter stays where he is.
    else if (samePage && arrival === 'link' && opened.place.view !== 'film') land(this.#target(fragment));
  }

  #isSame(one: Place, other: Place): boolean {
    return this.book.addressOf(one) === this.book.addressOf(other);
  }

  #target(fragment: string): HTMLElement | null {
    return fragment.length > 1 && !fragment.includes('=') ? document.getElementById(decoded(fragment.slice(1))) : null;
  }

  /** In the film view a fragment is a moment, and what to look at is the film. */
  #reveal({ view }: Place, fragment: string): boolean {
    if (view === 'film') return false;
    const target = this.#target(fragment);
    target?.scrollIntoView({ block: 'start' });
    return target !== null;
  }

  /** People who hear the page start at what they came for; a page that was opened cold leaves this to the browser. */
  #moveFocus(fragment: string): void {
    land(this.#target(fragment) ?? document.querySelector<HTMLElement>('main h1'));
  }
}

/** Puts the keyboard there. What has no box of its own can't hold it; then its first heading does. */
function land(target: HTMLElement | null): void {
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  if (document.activeElement !== target) land(target.querySelector<HTMLElement>('h1, h2'));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

export const [getNavigator, setNavigator] = createContext<Navigator>();
