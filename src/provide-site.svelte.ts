/** Gives the parts of a page to everything that is shown in it. To be called while a shell is made. */
import { setLanguage, type Language } from './language/language.svelte';
import { setLibrary } from './loading/library.svelte';
import { setMemory } from './memory/memory.svelte';
import { setJourney } from './navigation/journey.svelte';
import { setNavigator } from './navigation/navigator.svelte';
import { setNow } from './playback/now.svelte';
import { setPlayer } from './playback/player.svelte';
import { setPreferences } from './playback/preferences.svelte';
import { setRouteGuide } from './playback/route-guide.svelte';
import { setSpeaker } from './speech/speaker.svelte';
import type { Site } from './start';

/** One site a page: it never changes, so its parts are taken once. */
export function provideSite(site: Site): void {
  setLibrary(site.library);
  setLanguage(site.language);
  setNavigator(site.navigator);
  setJourney(site.journey);
  setPlayer(site.player);
  setNow(site.now);
  setPreferences(site.preferences);
  setMemory(site.memory);
  setRouteGuide(site.routes);
  setSpeaker(site.speaker);
}

/** The page's own language, which screen readers, hyphenation and the numbers of lists go by. */
export function speakInPage(language: Language): void {
  // Drives the root of the document.
  $effect(() => {
    const html = document.documentElement;
    html.lang = language.code;
    html.dir = language.direction;
    html.dataset['digits'] = language.numbering;
  });
}
