/** Puts the parts together for one page: the same on the server, which writes the pages, and in the browser, which takes them over. */
import { loadInterfaceWords, addressWords } from './language/interface-words';
import { Language } from './language/language.svelte';
import type { Library } from './loading/library.svelte';
import { Memory } from './memory/memory.svelte';
import { WorkshopMemory } from './memory/workshop-memory.svelte';
import { createAddressBook, type AddressBook, type Place } from './navigation/address';
import { Journey } from './navigation/journey.svelte';
import { Navigator } from './navigation/navigator.svelte';
import { ReadyForRoom } from './offline/ready-for-room.svelte';
import { Now } from './playback/now.svelte';
import { Player } from './playback/player.svelte';
import { Preferences } from './playback/preferences.svelte';
import { RouteGuide } from './playback/route-guide.svelte';
import { Speaker } from './speech/speaker.svelte';
import { createTimeline } from './timeline/timeline';
import { openView, type OpenedView } from './views';

export interface Site {
  readonly library: Library;
  readonly language: Language;
  readonly navigator: Navigator<OpenedView>;
  readonly journey: Journey;
  readonly player: Player;
  readonly now: Now;
  readonly preferences: Preferences;
  readonly memory: Memory;
  readonly workshops: WorkshopMemory;
  readonly routes: RouteGuide;
  readonly speaker: Speaker;
  readonly readiness: ReadyForRoom;
}

export function addressBookOf({ data }: Library): AddressBook {
  return createAddressBook({
    languages: data.languages,
    people: data.people,
    themes: data.themes,
    wordsOf: addressWords,
  });
}

export async function startSite(library: Library, book: AddressBook, place: Place, root: string): Promise<Site> {
  const [words, view] = await Promise.all([
    loadInterfaceWords(place.language),
    openView(library, place),
    library.loadText(place.language),
  ]);
  const language = new Language(place.language, words);
  const player = new Player(createTimeline(library.data));
  const open = async (to: Place) => {
    const [opened, newWords] = await Promise.all([
      openView(library, to),
      loadInterfaceWords(to.language),
      library.loadText(to.language),
    ]);
    if (to.language !== language.code) language.change(to.language, newWords);
    return { place: to, view: opened };
  };
  const routes = new RouteGuide(player, library.data);
  const navigator = new Navigator(book, root, { place, view }, open);
  return {
    library,
    language,
    navigator,
    journey: new Journey(player, navigator, routes),
    player,
    now: new Now(player),
    preferences: new Preferences(() => language.code),
    memory: new Memory(library.data.id),
    workshops: new WorkshopMemory(library.data.id),
    routes,
    speaker: new Speaker(),
    readiness: new ReadyForRoom(root),
  };
}
