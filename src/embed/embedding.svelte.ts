/** What of the film is embedded: all of it, one chapter or one theme; where it begins, when it is over, and the ways on from there. */
import { createContext, untrack } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import type { Player } from '../playback/player.svelte';
import type { RouteGuide } from '../playback/route-guide.svelte';
import { USUAL_CHOICE, type EmbedChoice } from '../sync/embed/embed-link';
import { chapterPicture } from '../timeline/chapter-picture';
import type { Range } from '../timeline/ranges';
import type { ChapterRange } from '../timeline/timeline';
import type { FrameLayout } from './frame-layout';

/** What has come to its end. Of several the one that the viewer follows: who plays a route has left the chapter that is embedded. */
export type Ending = 'route' | 'chapter' | 'film';

/** A film that has ended stands nearer to its end than a seek can bring it (seconds). */
const AT_END = 0.03;

interface Film {
  readonly player: Player;
  readonly routes: RouteGuide;
}

export class Embedding {
  readonly choice: EmbedChoice;
  /** The one chapter that is embedded. */
  readonly chapter: ChapterRange | undefined;
  /** True once the page has been taken over as it was written. */
  awake = $state(false);
  /** Begins anew where it is over. */
  loop = $state(false);
  readonly #player: Player;
  readonly #routes: RouteGuide;
  readonly #picture: Range | undefined;
  readonly #layout: FrameLayout | undefined;
  readonly #layoutChanges: () => void;
  #start = 0;
  #wasOver: Ending | undefined;

  readonly #inside: boolean = $derived.by(() => this.isInside(this.#player.time));
  /** Nobody has begun to play or gone elsewhere: the cover lies over the film, and nothing else of the player is there. */
  readonly resting: boolean = $derived.by(
    () => !this.awake || (!this.#player.started && this.#player.time === this.#start),
  );
  readonly over: Ending | undefined = $derived.by(() => {
    const { waitingFor } = this.#player;
    // A film that has been sent elsewhere says so a moment later.
    const ended = this.#player.ended && this.#player.time > this.#player.duration - AT_END;
    if (this.#routes.phase === 'ended') return 'route';
    if (waitingFor === 'chapter' || (ended && this.#inside)) return 'chapter';
    return ended ? 'film' : undefined;
  });

  /** Without a layout: as the page is written. */
  constructor(choice: EmbedChoice = USUAL_CHOICE, { player, routes }: Film, layout?: FrameLayout) {
    this.choice = choice;
    this.#player = player;
    this.#routes = routes;
    this.chapter = choice.chapter === undefined ? undefined : player.timeline.chapterById(choice.chapter);
    this.#picture = this.chapter && chapterPicture(this.chapter, player.timeline);
    this.#layout = layout;
    // Whoever plays it, by whatever button or key: what is over begins anew.
    player.beforePlay = () => untrack(() => this.over && this.#rewind());
    this.#layoutChanges = createSubscriber((update) => {
      if (!layout) return;
      layout.onChange = update;
      return () => {
        layout.onChange = () => {};
      };
    });
  }

  get filled(): boolean {
    this.#layoutChanges();
    return this.#layout?.current === 'filled';
  }

  /** True while what goes on belongs to the embedded chapter, with the pauses before and after its lines. */
  isInside(time: number): boolean {
    return this.#picture !== undefined && time >= this.#picture.start && time < this.#picture.end;
  }

  /** Stands at the beginning, or joins a film that somebody has begun to play and that is `playingAt` a moment already. */
  begin(start: number, playingAt?: number): void {
    this.#start = start;
    const { theme } = this.choice;
    if (theme !== undefined) this.#routes.open(theme, { time: playingAt, joins: playingAt !== undefined });
    else if (playingAt === undefined && start > 0) this.#player.seek(start);
  }

  again = (): void => {
    this.#rewind();
    void this.#player.play();
  };

  /** Past the end of the chapter, into the rest of the film. */
  goOn = (): void => {
    if (!this.#picture) return;
    this.#player.seek(this.#picture.end);
    this.#wasOver = undefined;
    void this.#player.play();
  };

  /**
   * To be run whenever what it reads changes: the film stops at the end of its chapter, also where it has played into it, and begins anew
   * where that is wished.
   */
  follow(): void {
    const { over, loop } = this;
    const { paused, seeking } = this.#player;
    const guarded = this.#inside && !this.#routes.route;
    untrack(() => {
      if (over) {
        this.#wasOver = over;
        if (loop) this.again();
      } else if (this.#wasOver && !paused) {
        // Played by the browser or the system, past the player.
        this.#rewind(this.#wasOver);
      } else {
        this.#wasOver = undefined;
        if (guarded && !paused && !seeking && this.#picture && this.#picture.end < Infinity)
          this.#player.stopAt('chapter', this.#picture.end);
      }
    });
  }

  /** To the beginning of what is over, or else of what is embedded. */
  #rewind(ending = this.over): void {
    this.#wasOver = undefined;
    const theme = this.#routes.route?.theme ?? this.choice.theme;
    if (ending === 'film') this.#player.seek(0);
    else if (ending !== 'chapter' && theme !== undefined) this.#routes.open(theme);
    else this.#player.seek(this.chapter?.start ?? 0);
  }
}

export const [getEmbedding, setEmbedding] = createContext<Embedding>();
