/** The film as the page around sees it, once its player is there. */
import { untrack } from 'svelte';
import type { Language } from '../language/language.svelte';
import type { Library } from '../loading/library.svelte';
import type { Place } from '../navigation/address';
import type { Navigator } from '../navigation/navigator.svelte';
import type { Now } from '../playback/now.svelte';
import type { Player } from '../playback/player.svelte';
import type { Preferences } from '../playback/preferences.svelte';
import type { RouteGuide } from '../playback/route-guide.svelte';
import type {
  ChapterValue,
  EmbedCommand,
  EmbeddedFilm,
  EmbeddedState,
  PortraitValue,
} from '../sync/embed/embedded-film';
import type { Embedding } from './embedding.svelte';
import { errorValueOf } from './error-value';

interface Parts {
  readonly library: Library;
  readonly language: Language;
  readonly navigator: Pick<Navigator, 'place' | 'go' | 'onAsk'>;
  readonly player: Player;
  readonly now: Now;
  readonly preferences: Preferences;
  readonly routes: RouteGuide;
}

export class EmbeddedPlayer implements EmbeddedFilm {
  readonly #parts: Parts;
  readonly #embedding: Embedding;
  readonly #listeners = new Set<() => void>();
  readonly #readers = new Set<(portrait: PortraitValue) => void>();

  constructor(parts: Parts, embedding: Embedding) {
    this.#parts = parts;
    this.#embedding = embedding;
  }

  /** Returns how to stop. */
  start(): () => void {
    const { navigator } = this.#parts;
    navigator.onAsk = this.#asked;
    const stop = $effect.root(() => {
      // Tells the page around whenever what it may read may have changed.
      $effect(() => {
        this.read();
        untrack(this.#tell);
      });
    });
    const stopTicking = this.#parts.player.eachTick(this.#tell);
    return () => {
      navigator.onAsk = () => {};
      stopTicking();
      stop();
    };
  }

  read(): EmbeddedState {
    const { player, now, routes, preferences, language } = this.#parts;
    return {
      paused: player.paused,
      ended: this.#embedding.over !== undefined,
      time: player.time,
      duration: player.duration,
      volume: Math.round(player.volume * 100),
      muted: player.muted,
      loop: this.#embedding.loop,
      error: errorValueOf(player.error),
      chapter: this.#chapter,
      quote: this.#quote,
      themes: now.moment.themes,
      theme: routes.route?.theme,
      language: language.code,
      subtitles: preferences.subtitles,
    };
  }

  run(command: EmbedCommand): void {
    const { player, routes, library } = this.#parts;
    switch (command.kind) {
      case 'play':
        return void player.play();
      case 'pause':
        return player.pause();
      case 'mute':
        return player.setMuted(command.muted);
      case 'volume':
        return player.setVolume(command.volume / 100, { unmutes: false });
      case 'time':
        // Before the media has told its length, the player would take any time for one that may come.
        return player.seek(Math.min(command.time, player.duration));
      case 'loop':
        this.#embedding.loop = command.loop;
        return;
      case 'chapter': {
        const chapter = player.timeline.chapterById(command.chapter);
        if (chapter) player.seek(chapter.start);
        return;
      }
      case 'theme': {
        const plays = !player.paused;
        if (!library.data.themes.some(({ id }) => id === command.theme)) return;
        routes.open(command.theme);
        if (plays) void player.play();
        return;
      }
      case 'language':
        return this.#speak(command.language);
      case 'subtitles':
        return this.#showLines(command.languages);
    }
  }

  #tell = (): void => untrack(() => this.#listeners.forEach((tell) => tell()));

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onPortrait(listener: (portrait: PortraitValue) => void): () => void {
    this.#readers.add(listener);
    return () => this.#readers.delete(listener);
  }

  get #chapter(): ChapterValue | undefined {
    const { now, library, language } = this.#parts;
    const range = now.chapter;
    if (!range) return undefined;
    const { id } = range.chapter;
    return { id, title: library.words(language.code).chapters[id]?.title ?? '', index: range.index };
  }

  get #quote(): EmbeddedState['quote'] {
    const { now, library, language, player } = this.#parts;
    const quote = player.begun ? now.moment.quote?.quote : undefined;
    return (
      quote && {
        id: quote.id,
        text: library.words(language.code).quotes[quote.id] ?? '',
        person: library.person(quote.person)?.name ?? '',
      }
    );
  }

  #speak(language: string): void {
    const { navigator, library } = this.#parts;
    const { place } = navigator;
    if (language === place.language || !library.data.languages.includes(language)) return;
    // Words that do not come in leave the film as it is.
    void navigator.go({ ...place, language }).catch(() => {});
  }

  #showLines(languages: readonly string[]): void {
    const { preferences, library } = this.#parts;
    if (languages.every((language) => library.data.languages.includes(language)))
      preferences.chooseSubtitles(languages);
  }

  #asked = (to: Place, fragment: string): void => {
    const { place } = this.#parts.navigator;
    if (to.view !== 'portrait' || to.id === undefined) return;
    // The same portrait in another language is not opened anew.
    if (place.view === to.view && place.id === to.id && place.language !== to.language) return;
    const paragraph = decoded(fragment.slice(1));
    const portrait = { person: to.id, ...(paragraph && { paragraph }) };
    this.#readers.forEach((tell) => tell(portrait));
  };
}

/** A fragment as somebody has typed it may be no proper one. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
