/** The code that a partner works on. The choice lives in the address; addresses, names and code follow from it. */
import type { Language } from '../../language/language.svelte';
import type { Library } from '../../loading/library.svelte';
import type { Place } from '../../navigation/address';
import type { Navigator } from '../../navigation/navigator.svelte';
import { itemWords } from '../../programme/item-words';
import { elementCode, iframeCode, linkCode } from '../../sync/embed/embed-code';
import { encodeEmbedChoice, type EmbedChoice } from '../../sync/embed/embed-link';
import type { PinnedScript } from '../../sync/embed/published-scripts';
import { chapterRun } from '../../timeline/chapter-picture';
import { momentFragment } from '../../timeline/moment-link';
import { routeOf } from '../../timeline/route';
import { routeFragment } from '../../timeline/route-link';
import type { Timeline } from '../../timeline/timeline';
import { Tongues } from '../tongues.svelte';
import {
  changed,
  makerFragment,
  readMaker,
  sensible,
  sizeWith,
  type FilmChange,
  type MakerChoice,
  type MakerKnown,
} from './maker-link';

/** Something that can be shown on its own. */
export interface Part {
  readonly id: string;
  readonly title: string;
  /** Seconds of film. */
  readonly length: number;
}

const GAP = 'https://…/';

export class MakerDesk {
  /** Whole address of the folder that the site is in. Only a browser knows it: in the page as it is written it is a gap to fill in. */
  root = $state(GAP);
  /** The newest script that can be pinned, once the site has told. */
  pinnable = $state.raw<PinnedScript>();
  readonly known: MakerKnown;
  readonly tongues: Tongues;
  readonly choice = $derived.by(() => readMaker(this.#navigator.fragment, this.known, this.#own.code));
  readonly chapters: readonly Part[] = $derived.by(() =>
    this.#timeline.chapters.map(({ chapter: { id } }) => {
      const { start, end } = this.known.rangeOf(id);
      return { id, title: this.#titleOf('chapter', id, this.#own.code), length: end - start };
    }),
  );
  readonly themes: readonly Part[] = $derived.by(() =>
    this.known.themes.map((id) => ({
      id,
      title: this.#titleOf('theme', id, this.#own.code),
      length: routeOf(this.#library.data, this.#timeline, id).length,
    })),
  );
  readonly #library: Library;
  readonly #navigator: Navigator;
  readonly #timeline: Timeline;
  readonly #own: Language;

  constructor(library: Library, navigator: Navigator, timeline: Timeline, own: Language) {
    this.#library = library;
    this.#navigator = navigator;
    this.#timeline = timeline;
    this.#own = own;
    this.tongues = new Tongues(library, own);
    const { data } = library;
    this.known = {
      languages: data.languages,
      chapters: data.chapters.map(({ id }) => id),
      // A theme of which nobody speaks has no film to show.
      themes: data.themes.map(({ id }) => id).filter((id) => routeOf(data, timeline, id).stops.length > 0),
      rangeOf: (id) => {
        const chapter = id === undefined ? undefined : timeline.chapterById(id);
        return chapter ? chapterRun(chapter, timeline) : { start: 0, end: timeline.end };
      },
    };
  }

  get film(): EmbedChoice {
    return this.choice.film;
  }
  /** Seconds. */
  get filmLength(): number {
    return this.#timeline.end;
  }

  choose(change: Partial<MakerChoice>): void {
    const next = { ...this.choice, ...change };
    const film = sensible(next.film, next.language, this.known);
    this.#navigator.replaceFragment(makerFragment({ ...next, film }, this.#own.code));
  }

  /** Who sends the film, as people say it; undefined as long as nobody knows. */
  get host(): string | undefined {
    return this.root === GAP ? undefined : new URL(this.root).host;
  }

  wholeOf(place: Place, rest = ''): string {
    return this.root + this.#navigator.book.addressOf(place) + rest;
  }

  /** With the text of the film comes room to read it. */
  chooseTranscript(transcript: boolean): void {
    const { film, size } = this.choice;
    this.choose({ film: changed(film, { transcript }), size: sizeWith(size, transcript) });
  }

  chooseFilm(change: FilmChange): void {
    this.choose({ film: changed(this.film, change) });
  }

  /** The embed page with what is chosen, from the root of the host on. */
  readonly preview = $derived.by(() =>
    this.#navigator.href({ view: 'embed', language: this.choice.language }, encodeEmbedChoice(this.film)),
  );
  readonly address = $derived.by(() =>
    this.wholeOf({ view: 'embed', language: this.choice.language }, encodeEmbedChoice(this.film)),
  );

  /** The same on the site itself, where no frame is allowed. */
  readonly link = $derived.by(() => {
    const { language } = this.choice;
    const { chapter, theme, start } = this.film;
    const slug = this.#library.data.themes.find(({ id }) => id === theme)?.slugs[language] ?? theme;
    const route = slug === undefined ? '' : routeFragment({ slug });
    const fragment = start === undefined ? (chapter === undefined ? route : `#${chapter}`) : momentFragment({ start });
    return this.wholeOf({ view: 'film', language }, fragment);
  });

  /** What the frame is called and what the link says, in the language of the film. */
  readonly names = $derived.by(() => {
    const { language } = this.choice;
    const tongue = this.tongues.of([language])[0]!;
    const { t, words } = tongue;
    const { chapter, theme } = this.film;
    const values = {
      film: words.title,
      part: chapter
        ? this.#titleOf('chapter', chapter, tongue.code)
        : theme
          ? this.#titleOf('theme', theme, tongue.code)
          : '',
    };
    const kind = chapter !== undefined ? 'chapter' : theme !== undefined ? 'theme' : 'film';
    return {
      title: words.title,
      frame: t(`embedMaker.names.${kind}`, values),
      link: t(`embedMaker.names.links.${kind}`, values),
    };
  });

  readonly code = $derived.by(() => {
    const { code, language, size, sandbox, pinned } = this.choice;
    const alternative = { href: this.link, text: this.names.link };
    if (code === 'link') return linkCode(alternative);
    if (code === 'iframe') return iframeCode({ address: this.address, title: this.names.frame, size, sandbox });
    const script = pinned ? this.pinnable : undefined;
    return elementCode({
      script: `${this.root}embed/${script?.file ?? 'dichterbij-film.js'}`,
      ...(script && { integrity: script.integrity }),
      language,
      choice: this.film,
      label: this.names.frame,
      alternative,
    });
  });

  #titleOf(kind: 'chapter' | 'theme', id: string, language: string): string {
    return itemWords({ kind, id }, this.#library.words(language), '').title;
  }
}
