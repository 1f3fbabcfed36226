/**
 * A film at a service elsewhere. Nothing of the service is loaded before somebody has pressed for it, having read what will be sent to
 * whom; the press holds until the page is loaded anew. Files of the site come first: then nobody is asked, unless none of them plays.
 */
import { createContext, untrack } from 'svelte';
import type { FilmData } from '../timeline/edition-data';
import type { ServiceFilm } from '../timeline/film-source';
import type { Player } from './player.svelte';

export class OutsideFilm {
  /** True from the press on. */
  shown = $state(false);
  /** Undefined where the film is at no service. */
  readonly film: ServiceFilm | undefined;
  readonly #player: Player;
  readonly #alone: boolean;

  constructor({ service, sources }: FilmData, player: Player) {
    this.film = service;
    this.#player = player;
    this.#alone = sources.length === 0;
  }

  /** The film would be at the service, and is not shown yet. */
  get asks(): boolean {
    if (!this.film || this.shown) return false;
    return this.#alone || this.#player.trouble.isFinal;
  }

  /** It is in a frame, or can be nowhere else. */
  get isFilm(): boolean {
    return this.shown || (this.film !== undefined && this.#alone);
  }

  show = (): void => {
    if (this.film && !this.film.off) this.shown = true;
  };

  /** For `{@attach}` on the frame of the service. */
  attach =
    (language: string) =>
    (frame: HTMLIFrameElement): (() => void) => {
      let close = () => {};
      const open = async (film: ServiceFilm) => {
        const { openService } = await loadService();
        if (!frame.isConnected) return;
        const service = openService(frame, film, { language });
        close = service.close;
        this.#player.change(service.port);
        await this.#player.play();
      };
      const { film } = this;
      // A part that does not come in: the card is there again, and another press tries again.
      if (film) untrack(() => open(film)).catch(() => (this.shown = false));
      return () => close();
    };
}

/** Left out of a site whose film is at no service. */
const loadService = () =>
  import.meta.env.FILM_AT_SERVICE
    ? import('./sources/service-source')
    : Promise.reject(new Error('No service in this site.'));

export const [getOutsideFilm, setOutsideFilm] = createContext<OutsideFilm>();
