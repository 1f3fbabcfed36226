/** Puts the parts together for one page: the same on the server, which writes the pages, and in the browser, which takes them over. */
import { loadInterfaceWords, addressWords } from './language/interface-words';
import { Language } from './language/language.svelte';
import type { Library } from './loading/library.svelte';
import { Memory } from './memory/memory.svelte';
import {
  createAddressBook,
  shellOf,
  withinFrame,
  withinShell,
  type AddressBook,
  type Place,
} from './navigation/address';
import { Journey } from './navigation/journey.svelte';
import { Navigator } from './navigation/navigator.svelte';
import { BrowserSteps, FrameSteps } from './navigation/steps';
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
  readonly routes: RouteGuide;
  readonly speaker: Speaker;
}

export function addressBookOf({ data }: Library): AddressBook {
  return createAddressBook({
    languages: data.languages,
    people: data.people,
    themes: data.themes,
    wordsOf: addressWords,
  });
}

/** @param inside an embedded film shows portraits and themes in its own frame */
export async function startSite(
  library: Library,
  book: AddressBook,
  place: Place,
  root: string,
  inside = false,
): Promise<Site> {
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
  const fetch = (to: Place) =>
    Promise.all([openView(library, to), loadInterfaceWords(to.language), library.fetchText(to.language)]);
  const routes = new RouteGuide(player, library.data);
  const shell = shellOf(place);
  const navigator = new Navigator(
    { place, view },
    {
      book,
      root,
      steps: shell === 'embed' ? new FrameSteps() : new BrowserSteps(),
      within: shell === 'embed' ? withinFrame(inside) : withinShell(shell),
      open,
      fetch,
    },
  );
  return {
    library,
    language,
    navigator,
    journey: new Journey(player, navigator, routes),
    player,
    now: new Now(player),
    preferences: new Preferences(() => language.code),
    memory: new Memory(library.data.id, shell !== 'embed'),
    routes,
    speaker: new Speaker(),
  };
}
