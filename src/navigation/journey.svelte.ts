/** The way from the film to the text and back: what walking between pages does to the film, and what a moment does to the address. */
import { createContext } from 'svelte';
import type { Player } from '../playback/player.svelte';
import type { RouteGuide } from '../playback/route-guide.svelte';
import { momentFragment, parseMomentLink } from '../timeline/moment-link';
import { parseRouteLink, routeFragment } from '../timeline/route-link';
import type { Cue } from '../timeline/edition-data';
import { isFilm, type Place } from './address';
import type { Arrival, Navigator } from './navigator.svelte';

export class Journey {
  readonly #player: Player;
  readonly #navigator: Navigator;
  readonly #routes: RouteGuide;
  /** Whether the address names a route: it has to go when the route is left, also before the film has played. */
  #namesRoute = false;

  constructor(player: Player, navigator: Navigator, routes: RouteGuide) {
    this.#player = player;
    this.#navigator = navigator;
    this.#routes = routes;
  }

  start(): () => void {
    this.#navigator.onLeave = this.#leave;
    this.#navigator.onArrive = this.#arrive;
    return this.#navigator.start();
  }

  /** The written address of what a line tells about, if it leads anywhere. */
  hrefOf = (cue: Cue): string | undefined => {
    const { language } = this.#navigator.place;
    const { paragraph } = cue;
    return (
      paragraph && this.#navigator.href({ view: 'portrait', language, id: paragraph.person }, `#${paragraph.paragraph}`)
    );
  };

  /** The address of a moment of the film. */
  momentHref = (time: number): string =>
    this.#navigator.href({ view: 'film', language: this.#navigator.place.language }, momentFragment({ start: time }));

  /** The address of the route of a theme. */
  routeHref = (theme: string): string => {
    const { language } = this.#navigator.place;
    const slug = this.#routes.slugOf(theme, language);
    return this.#navigator.href({ view: 'film', language }, routeFragment({ slug }));
  };

  /** Opens the paragraph that tells about `cue`; the film waits, and plays on at the return if it was playing. */
  read = (cue: Cue): void => {
    const { paragraph } = cue;
    if (!paragraph) return;
    this.waitForReading();
    const { language } = this.#navigator.place;
    void this.#navigator.go({ view: 'portrait', language, id: paragraph.person }, `#${paragraph.paragraph}`);
  };

  /** For links that lead to text, before the navigator follows them. */
  waitForReading = (): void => this.#player.waitFor('reading');

  backToFilm = (): void => {
    const { language } = this.#navigator.place;
    void this.#navigator.go({ view: 'film', language }, this.backFragment());
  };

  /** A film that plays goes on by itself; one that stands still is named by its moment. */
  backFragment = (language = this.#navigator.place.language): string =>
    this.#player.paused && this.#player.begun ? this.#fragmentOfMoment(language) : '';

  /** A paused film has its moment in the address, so that the address can be copied; a playing one has none. */
  noteMoment = (): void => {
    const { place } = this.#navigator;
    const { language } = place;
    if (!isFilm(place)) return;
    const { route } = this.#routes;
    const { paused, time, started, begun } = this.#player;
    const isNamed = this.#momentOf(this.#navigator.fragment)?.start === time;
    if (route) {
      const slug = this.#routes.slugOf(route.theme, language);
      const within = paused && time !== route.stops[0]!.start;
      this.#navigator.replaceFragment(within ? this.#fragmentOfMoment(language) : routeFragment({ slug }));
    } else if (started || this.#namesRoute || (begun && !isNamed)) {
      this.#navigator.replaceFragment(paused ? momentFragment({ start: time }) : '');
    }
    this.#namesRoute = route !== undefined;
  };

  #fragmentOfMoment(language: string): string {
    const { route } = this.#routes;
    const { time } = this.#player;
    return route
      ? routeFragment({ slug: this.#routes.slugOf(route.theme, language), time })
      : momentFragment({ start: time });
  }

  #leave = (from: Place): void => {
    if (isFilm(from) && (this.#player.started || this.#routes.route)) {
      this.#navigator.replaceFragment(this.#fragmentOfMoment(from.language));
    }
  };

  #arrive = (to: Place, arrival: Arrival): void => {
    if (!isFilm(to)) return;
    const { fragment } = this.#navigator;
    const { time } = this.#player;
    const link = parseRouteLink(fragment);
    const theme = link && this.#routes.themeOf(link.slug, to.language);
    const moment = theme ? undefined : this.#momentOf(fragment);
    // Somebody who comes back finds the film where it waits; a film that plays is not moved by the browser's buttons.
    const isThere = theme
      ? link.time === time && this.#routes.route?.theme === theme
      : moment?.start === time && moment.end === undefined;
    const stays = arrival === 'history' && (this.#player.waitingFor === 'reading' || !this.#player.paused);
    if (isThere || stays || (!theme && !moment)) {
      this.#player.goOn('reading');
    } else if (theme) {
      this.#routes.open(theme, { time: link.time, flows: arrival === 'link' });
      if (arrival === 'link' && link.time !== undefined) void this.#player.play();
    } else if (moment) {
      this.#routes.leave();
      this.#player.goTo(moment);
      if (arrival === 'link') void this.#player.play();
    }
    // A film that plays along a route came without its name.
    if (this.#routes.route) this.noteMoment();
  };

  /** `#t=72.5` is a moment; `#sander` is the moment at which that chapter begins. */
  #momentOf(fragment: string) {
    const chapter = this.#player.timeline.chapterById(fragment.slice(1));
    return parseMomentLink(fragment) ?? (chapter && { start: chapter.start });
  }
}

export const [getJourney, setJourney] = createContext<Journey>();
