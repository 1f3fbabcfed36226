/** The programme that a host works on. It lives in the address: what is read comes from there, and every change is written there. */
import type { Language } from '../../../language/language.svelte';
import type { Library } from '../../../loading/library.svelte';
import type { Navigator } from '../../../navigation/navigator.svelte';
import {
  agendaOf,
  itemKey,
  MOST_ITEMS,
  MOST_TALK,
  MOST_WISHED,
  plannedMinutes,
  USUAL_TALK,
  wholeMinutes,
  type ItemRef,
  type Programme,
} from '../../../programme/programme';
import { programmeFragment, readProgramme, type ReadProgramme } from '../../../programme/programme-link';
import type { Timeline } from '../../../timeline/timeline';

/** What can be taken back, and in which words it is told. */
export interface Undoable {
  readonly text: string;
  readonly undo: () => void;
}

const NOTHING: ReadProgramme = { programme: { items: [] }, repairs: [] };

export class ProgrammeDesk {
  /** What a screen reader says of the latest change. */
  said = $state('');
  undoable = $state.raw<Undoable>();
  readonly #read = $derived.by(() => readProgramme(this.#navigator.fragment, this.library.data) ?? NOTHING);
  readonly agenda = $derived.by(() => agendaOf(this.programme, this.library.data, this.#timeline));
  readonly sums = $derived.by(() => plannedMinutes(this.agenda));
  /** Whole minutes of all together. */
  readonly all = $derived(wholeMinutes(this.sums.all));
  readonly library: Library;
  readonly #navigator: Navigator;
  readonly #timeline: Timeline;
  readonly #t: Language['t'];

  constructor(library: Library, navigator: Navigator, timeline: Timeline, t: Language['t']) {
    this.library = library;
    this.#navigator = navigator;
    this.#timeline = timeline;
    this.#t = t;
  }

  get programme(): Programme {
    return this.#read.programme;
  }
  get repairs(): ReadProgramme['repairs'] {
    return this.#read.repairs;
  }
  /** The programme as it stands in an address, without what was wrong in the one that was opened. */
  get fragment(): string {
    return programmeFragment(this.programme);
  }
  get isFull(): boolean {
    return this.programme.items.length >= MOST_ITEMS;
  }

  put(programme: Programme): void {
    this.#navigator.replaceFragment(programmeFragment(programme));
  }

  /** A key that this edition does not have is its own title. */
  titleOf = (key: string): string => {
    const words = this.library.words(this.#navigator.place.language);
    const theme = /^theme:(.*)$/.exec(key)?.[1];
    return (theme === undefined ? words.chapters[key]?.title : words.themes[theme]?.label) ?? key;
  };

  holds = (ref: ItemRef): boolean => this.#indexOf(itemKey(ref)) >= 0;

  /** In at the end, or out. */
  toggle(ref: ItemRef): void {
    if (this.holds(ref)) return this.remove(itemKey(ref));
    if (this.isFull) return;
    const { items } = this.programme;
    this.put({ ...this.programme, items: [...items, { ...ref, talk: USUAL_TALK }] });
    const count = items.length + 1;
    this.said = this.#t('programme.list.added', { title: this.titleOf(itemKey(ref)), index: count, count });
  }

  remove(key: string): void {
    const index = this.#indexOf(key);
    const item = this.programme.items[index];
    if (!item) return;
    this.put({ ...this.programme, items: this.programme.items.toSpliced(index, 1) });
    this.said = this.#t('programme.list.removed', { title: this.titleOf(key) });
    const undo = () => {
      const { items } = this.programme;
      if (this.holds(item) || this.isFull) return;
      const place = Math.min(index, items.length);
      this.put({ ...this.programme, items: items.toSpliced(place, 0, item) });
      this.#sayPlace(key);
    };
    this.undoable = { text: this.said, undo };
  }

  /** False when it is there already, or there is no such place. */
  move(from: number, to: number): boolean {
    const { items } = this.programme;
    const item = items[from];
    if (!item || from === to || to < 0 || to >= items.length) return false;
    this.put({ ...this.programme, items: items.toSpliced(from, 1).toSpliced(to, 0, item) });
    this.#sayPlace(itemKey(item));
    return true;
  }

  setTalk(key: string, minutes: number): void {
    const talk = Math.min(MOST_TALK, Math.max(0, Math.round(minutes)));
    const items = this.programme.items.map((item) => (itemKey(item) === key ? { ...item, talk } : item));
    this.put({ ...this.programme, items });
    this.said = this.#t('programme.talk.said', { title: this.titleOf(key), minutes: talk, all: this.all });
  }

  setWished(minutes: number | undefined): void {
    const { items } = this.programme;
    const wished = minutes === undefined ? undefined : Math.min(MOST_WISHED, Math.max(1, Math.round(minutes)));
    this.put({ items, ...(wished !== undefined && { wished }) });
  }

  /** Opens another programme in the place of this one, which can be put back. */
  open(fragment: string, name: string): void {
    const before = this.programme;
    this.#navigator.replaceFragment(fragment);
    this.said = this.#t('programme.list.opened', { name });
    this.undoable = before.items.length > 0 ? { text: this.said, undo: () => this.put(before) } : undefined;
  }

  #indexOf = (key: string): number => this.programme.items.findIndex((item) => itemKey(item) === key);

  #sayPlace(key: string): void {
    const count = this.programme.items.length;
    this.said = this.#t('programme.list.said', { title: this.titleOf(key), index: this.#indexOf(key) + 1, count });
  }
}
