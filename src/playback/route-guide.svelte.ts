/**
 * Leads along the route of a theme: stop after stop, with a card between them. Where the viewer is follows from the film: it stands still
 * at the beginning of a stop (its card is shown), plays within it, or stands at its end. Going elsewhere by oneself leaves the route.
 */
import { createContext } from 'svelte';
import type { EditionData } from '../timeline/edition-data';
import type { MomentLink } from '../timeline/moment-link';
import { routeOf, stopAt, type Route, type RouteStop } from '../timeline/route';
import type { Player } from './player.svelte';

interface Place {
  readonly route: Route;
  readonly index: number;
  readonly stop: RouteStop;
  /** What the player was sent to: the whole stop, or the rest of it. As long as the player has it, nobody has gone elsewhere. */
  readonly passage: MomentLink;
}

/** How near to a boundary the film stands at it (seconds): the player stops a millisecond before an end. */
const AT_END = 0.002;
const AT_START = 0.04;
/** Seconds after which "previous" means the beginning of this stop. */
const GRACE = 3;

interface Opening {
  readonly time?: number | undefined;
  readonly flows?: boolean;
  readonly joins?: boolean;
}

export type RoutePhase = 'card' | 'playing' | 'ended';

export class RouteGuide {
  readonly #player: Player;
  readonly #data: EditionData;
  #place = $state.raw<Place>();
  /** True when the card goes on by itself: the film was playing, or was asked to. */
  #flows = $state(false);

  readonly #atEnd: boolean = $derived.by(() => {
    const place = this.#place;
    return place !== undefined && this.#player.time >= place.stop.end - AT_END;
  });
  /** Who plays on behind the last stop watches the film again. */
  readonly #isBeyond: boolean = $derived.by(() => {
    const place = this.#place;
    return place !== undefined && isLast(place) && this.#player.time >= place.stop.end;
  });
  readonly #here: Place | undefined = $derived.by(() => {
    const place = this.#place;
    return place && this.#player.passage === place.passage && !this.#isBeyond ? place : undefined;
  });
  readonly phase: RoutePhase | undefined = $derived.by(() => {
    const place = this.#here;
    if (!place) return undefined;
    if (!this.#player.paused) return 'playing';
    if (this.#atEnd) return isLast(place) ? 'ended' : 'playing';
    return this.#player.time <= place.stop.start + AT_START ? 'card' : 'playing';
  });

  constructor(player: Player, data: EditionData) {
    this.#player = player;
    this.#data = data;
  }

  /** False for all who watch the film as it is: they need not be followed from frame to frame. */
  get isOpen(): boolean {
    return this.#place !== undefined;
  }
  get route(): Route | undefined {
    return this.#here?.route;
  }
  get stop(): RouteStop | undefined {
    return this.#here?.stop;
  }
  /** From 0. */
  get index(): number {
    return this.#here?.index ?? 0;
  }
  get flows(): boolean {
    return this.#flows;
  }

  /** What the route of a theme is called in an address. */
  slugOf(theme: string, language: string): string {
    return this.#data.themes.find(({ id }) => id === theme)?.slugs[language] ?? theme;
  }

  themeOf(slug: string, language: string): string | undefined {
    return this.#data.themes.find(({ id, slugs }) => (slugs[language] ?? id) === slug)?.id;
  }

  /** Stands before the first stop, or at `time` within the route. With `flows` the card goes on by itself; a film that `joins` plays on. */
  open(theme: string, { time, flows = false, joins = false }: Opening = {}): void {
    const route = routeOf(this.#data, this.#player.timeline, theme);
    if (route.stops.length === 0) return;
    this.#flows = flows;
    if (!joins) this.#player.pause();
    this.#enter(route, time === undefined ? 0 : stopAt(route, time), time);
  }

  /** The card waits for a press: something else has been asked for. */
  wait = (): void => {
    this.#flows = false;
  };

  play = (): void => void this.#player.play();

  next = (): void => this.#walk(1);

  previous = (): void => {
    const place = this.#here;
    if (place) this.#walk(this.#player.time > place.stop.start + GRACE ? 0 : -1);
  };

  again = (): void => {
    const place = this.#here;
    if (place) this.open(place.route.theme, { flows: this.#flows });
    this.play();
  };

  /** Leaves the film as it is: a film that plays goes on. */
  leave = (): void => {
    if (this.#here) this.#player.forgetStop('passage');
    this.#place = undefined;
  };

  /** Goes on at `time` of this stop, or with the next one when the stop ends before. False when there is no route. */
  skipTo(time: number): boolean {
    const place = this.#here;
    if (!place) return false;
    if (time < place.stop.end - AT_START) {
      this.#enter(place.route, place.index, time);
      this.play();
    } else {
      this.#walk(1, true);
    }
    return true;
  }

  /**
   * To be run whenever what it reads changes: the film has come to the end of a stop, or somebody has gone elsewhere. Where no card can be
   * seen the film goes `straightOn`.
   */
  follow(straightOn: boolean): void {
    const place = this.#place;
    const { passage, time, paused } = this.#player;
    if (!place) return;
    if (passage !== place.passage) {
      // Going back a little within a stop is not leaving.
      const within = !passage && time >= place.stop.start && time < place.stop.end - AT_END;
      if (within) this.#enter(place.route, place.index, time);
      else this.#place = undefined;
    } else if (this.#isBeyond) {
      this.#place = undefined;
    } else if (this.#atEnd && paused && this.#player.waitingFor !== 'line' && !isLast(place)) {
      this.#flows = true;
      this.#enter(place.route, place.index + 1);
      if (straightOn) this.play();
    }
  }

  #walk(step: number, flows = this.phase === 'card' ? this.#flows : !this.#player.paused): void {
    const place = this.#here;
    if (!place) return;
    this.#flows = flows;
    this.#player.pause();
    const index = Math.max(0, place.index + step);
    // Behind the last stop is its end, with the way on.
    if (index < place.route.stops.length) this.#enter(place.route, index);
    else this.#enter(place.route, place.index, place.stop.end);
  }

  #enter(route: Route, index: number, time = 0): void {
    const stop = route.stops[index]!;
    const start = Math.min(Math.max(time, stop.start), stop.end - 0.001);
    const passage = { start, end: stop.end };
    this.#place = { route, index, stop, passage };
    this.#player.goTo(passage);
  }
}

function isLast({ route, index }: Place): boolean {
  return index === route.stops.length - 1;
}

export const [getRouteGuide, setRouteGuide] = createContext<RouteGuide>();
