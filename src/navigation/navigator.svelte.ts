/** Where the viewer is on this site, and how to get elsewhere without losing the film. */
import { createContext, tick } from 'svelte';
import { isFilm, type AddressBook, type Place } from './address';
import type { Step, Steps } from './steps';

/** A view that is ready to be shown: its parts are loaded. */
export interface Opened<View> {
  readonly place: Place;
  readonly view: View;
}

/** How somebody came to a place: by opening the address, by a link, or by the browser's back and forward. */
export type Arrival = 'opened' | 'link' | 'history';

/** Where the link at the top of every page leads. */
const SKIP = '#text';

/** A page that did not come in. */
export interface Missing {
  readonly place: Place;
  readonly fragment: string;
}

/** How a page is tied to its window. */
export interface Ways<View> {
  readonly book: AddressBook;
  /** Path to the folder that the site is in, with a slash at the end; in prerendered pages relative. */
  readonly root: string;
  readonly steps: Steps;
  /** What this page shows for a place of the site: another shell is another page, and `undefined` here. */
  readonly within: (to: Place) => Place | undefined;
  /** Loads what a place needs. */
  readonly open: (place: Place) => Promise<Opened<View>>;
  /** Fetches what a place needs, so that it is at hand, and changes nothing. */
  readonly fetch: (place: Place) => Promise<unknown>;
}

export class Navigator<View = unknown> {
  #opened = $state.raw<Opened<View>>()!;
  /** Part of an address behind `#`, with the sign; empty when there is none. */
  fragment = $state('');
  /** A place that was asked for and can't be shown now. */
  missing = $state.raw<Missing>();
  readonly #ways: Ways<View>;
  readonly #prepared = new Set<string>();
  #latest = 0;
  /** Called before a link changes the place, and after the place has changed. */
  onLeave: (from: Place) => void = () => {};
  onArrive: (to: Place, arrival: Arrival) => void = () => {};
  /** Called for every place that a link or key asks for, whether it is shown here or in a page of its own. */
  onAsk: (to: Place, fragment: string) => void = () => {};

  constructor(start: Opened<View>, ways: Ways<View>) {
    this.#opened = start;
    this.#ways = ways;
  }

  get book(): AddressBook {
    return this.#ways.book;
  }

  get place(): Place {
    return this.#opened.place;
  }
  get view(): View {
    return this.#opened.view;
  }

  href = (place: Place, fragment = ''): string => this.#ways.root + this.book.addressOf(place) + fragment;

  /** An address of a file of this site. */
  file = (path: string): string => this.#ways.root + path;

  /** From now on in a browser. `stop` ends it. */
  start(): () => void {
    this.fragment = this.#ways.steps.fragment;
    const stop = this.#ways.steps.start((step) => void this.#restore(step));
    this.onArrive(this.place, 'opened');
    return stop;
  }

  /** Goes there; the page around the view, and the film in it, stay. */
  async go(to: Place, fragment = ''): Promise<void> {
    this.onAsk(to, fragment);
    const place = this.#ways.within(to);
    if (!place) return this.#ways.steps.leaveFor(this.href(to, fragment));
    // "Skip to the text" is a step within the page, no place of its own.
    if (fragment === SKIP && this.#isSame(place, this.place)) {
      const text = document.querySelector<HTMLElement>(SKIP);
      bringUp(text?.querySelector('h1, h2'));
      return land(text);
    }
    const opened = await this.#load(place, fragment, () => {
      this.onLeave(this.place);
      this.#ways.steps.leaveFor(this.href(place, fragment));
    });
    if (!opened) return;
    if (this.#isSame(place, this.place)) {
      this.#ways.steps.rewrite(this.href(place, fragment));
    } else {
      this.onLeave(this.place);
      this.#ways.steps.add(this.href(place, fragment));
    }
    await this.#show(opened, fragment, 'link');
  }

  /** Takes over a press on a link to a page of this site; leaves all others, and presses that ask for a new tab, to the browser. */
  follow = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    // Not by `instanceof`: a link that stands in the film's own window may be of that window's classes.
    const link = (event.target as Partial<Element> | null)?.closest?.('a');
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    const place = this.#placeAt(new URL(link.href).pathname);
    if (!place) return;
    const asksForTab = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    // What is not shown here the browser opens.
    if (asksForTab || !this.#ways.within(place)) return this.onAsk(place, link.hash);
    event.preventDefault();
    void this.go(place, link.hash);
  };

  /** Somebody points at a link, or has come to it with the keyboard: where it leads is at hand by the time it is pressed. */
  prepare = (event: Event): void => {
    const link = (event.target as Partial<Element> | null)?.closest?.('a');
    if (!link || link.origin !== location.origin) return;
    const to = this.#placeAt(new URL(link.href).pathname);
    const place = to && this.#ways.within(to);
    if (!place || this.#isSame(place, this.place) || this.#prepared.has(link.href)) return;
    this.#prepared.add(link.href);
    // Who then presses is told of what does not come in, and nobody else.
    this.#ways.fetch(place).catch(() => this.#prepared.delete(link.href));
  };

  /** Writes another fragment into the address without leaving a step in the history. */
  replaceFragment(fragment: string): void {
    if (this.fragment === fragment) return;
    this.fragment = fragment;
    this.#ways.steps.rewrite(this.href(this.place, fragment));
  }

  async #restore({ path, fragment, scroll, isOwn }: Step): Promise<void> {
    const place = this.#placeAt(path);
    if (!place) return location.reload();
    const opened = await this.#load(place, fragment, () => location.reload());
    // The entry that is left can't be written any more: the browser is already at the other one.
    if (opened) await this.#show(opened, fragment, isOwn ? 'history' : 'opened', scroll);
  }

  #placeAt(path: string): Place | undefined {
    const { root } = this.#ways;
    return path.startsWith(root) ? this.book.placeAt(path.slice(root.length)) : undefined;
  }

  /**
   * Undefined when a newer press came while this one was loading, or when a part did not come in. Then the host is asked for the whole
   * page: it may be of another release, whose parts have other names. Where nobody answers, this page stays and says so.
   */
  async #load(place: Place, fragment: string, openWhole: () => void): Promise<Opened<View> | undefined> {
    this.#latest += 1;
    const mine = this.#latest;
    try {
      const opened = await this.#ways.open(place);
      if (mine !== this.#latest) return undefined;
      this.missing = undefined;
      return opened;
    } catch {
      const isThere = await answers(this.href(place));
      if (mine !== this.#latest) return undefined;
      if (isThere) openWhole();
      else this.missing = { place, fragment };
      return undefined;
    }
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
    else if (samePage && arrival === 'link' && !isFilm(opened.place)) land(this.#target(fragment));
  }

  #isSame(one: Place, other: Place): boolean {
    return this.book.addressOf(one) === this.book.addressOf(other);
  }

  #target(fragment: string): HTMLElement | null {
    return fragment.length > 1 && !fragment.includes('=') ? document.getElementById(decoded(fragment.slice(1))) : null;
  }

  /** In the film view a fragment is a moment, and what to look at is the film. */
  #reveal(place: Place, fragment: string): boolean {
    if (isFilm(place)) return false;
    const target = this.#target(fragment);
    bringUp(target);
    return target !== null;
  }

  /** People who hear the page start at what they came for; a page that was opened cold leaves this to the browser. */
  #moveFocus(fragment: string): void {
    land(this.#target(fragment) ?? document.querySelector<HTMLElement>('main h1'));
  }
}

async function answers(page: string): Promise<boolean> {
  try {
    return (await fetch(page, { method: 'HEAD', cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

/** To the top of the window. In a frame a browser would move the page around as well; that page moves no more than it must. */
function bringUp(target: Element | null | undefined): void {
  if (!target) return;
  if (parent === window) return target.scrollIntoView({ block: 'start' });
  const margin = parseFloat(getComputedStyle(target).scrollMarginBlockStart) || 0;
  scrollTo(scrollX, scrollY + target.getBoundingClientRect().top - margin);
  target.scrollIntoView({ block: 'nearest' });
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
