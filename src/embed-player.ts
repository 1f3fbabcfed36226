/** The player of an embedded film: comes when somebody is about to play, and takes over the page as it stands. */
import { flushSync, hydrate } from 'svelte';
import EmbedApp from './EmbedApp.svelte';
import type { Beginning } from './embed/beginning';
import { EmbeddedPlayer } from './embed/embedded-player.svelte';
import { Embedding } from './embed/embedding.svelte';
import type { FrameLayout } from './embed/frame-layout';
import { Library } from './loading/library.svelte';
import { addressBookOf, startSite } from './start';
import type { EmbedChoice } from './sync/embed/embed-link';
import type { EmbeddedFilm } from './sync/embed/embedded-film';

interface Start {
  readonly choice: EmbedChoice;
  readonly beginning: Beginning;
  readonly layout: FrameLayout;
  /** Path of the folder of the site, with a slash at the end. */
  readonly root: string;
}

export async function startPlayer({ choice, beginning, layout, root }: Start): Promise<EmbeddedFilm> {
  const target = document.querySelector('#app')!;
  const library = new Library();
  const book = addressBookOf(library);
  const place = book.placeAt(location.pathname.slice(root.length));
  if (!place) throw new Error('This is no page of the site.');
  const site = await startSite(library, book, place, root, choice.portraits === 'inside');
  site.preferences.overlays = choice.overlays;
  if (choice.subtitles) site.preferences.chooseSubtitles(choice.subtitles);

  const embedding = new Embedding(choice, site, layout);
  const { currentTime, paused, played } = target.querySelector('video')!;
  // Somebody may have paused it again, or it waits for its player before what has to be asked.
  const begun = !paused || played.length > 0;
  embedding.begin(beginning.start, begun ? currentTime : undefined);
  const film = new EmbeddedPlayer(site, embedding);
  hydrate(EmbedApp, { target, props: { site, embedding } });
  // Attachments run with the effects: without the film's element the first command would be lost.
  flushSync();
  film.start();
  return film;
}
