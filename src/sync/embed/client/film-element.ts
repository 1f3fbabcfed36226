/** `<dichterbij-film>`: makes the frame of a film, keeps its height, and offers its methods and events. */
import type { SetterName } from '../embed-protocol';
import { ANSWERS, EVENTS, type EventName, type GetterName } from '../embed-values';
import { EmbedClient } from './embed-client';
import { ASK, withFilmMethods, type Asks } from './film-methods';
import { frameAddress, PARAMETERS } from './frame-address';

/** What the film needs of the page around: to begin when that page says so, to fill the screen, to copy a quote. */
const PERMISSIONS = 'autoplay; fullscreen; clipboard-write';

/**
 * What a film that is there does at a change of an attribute; for the others it is loaded anew. So also for `chapter`: the attribute says
 * that there is nothing but this chapter, the method goes there.
 */
const METHODS = new Map<string, SetterName>([
  ['language', 'setLanguage'],
  ['subtitles', 'setSubtitles'],
]);

const isGetter = (method: SetterName | GetterName): method is GetterName => method in ANSWERS;

/** Under a policy without inline styles. */
function look(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ':host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;border:0;aspect-ratio:16/9}',
  );
  return sheet;
}

export class DichterbijFilm extends withFilmMethods(HTMLElement) implements Asks {
  static readonly observedAttributes = ['language', 'label', 'ratio', ...PARAMETERS];

  readonly #root = this.attachShadow({ mode: 'open' });
  #client: EmbedClient | undefined;
  #isReady = false;
  #isRebuilding = false;
  /** What was asked of a film that was not there yet, the last of each: another one may come first. */
  readonly #kept = new Map<SetterName, unknown>();
  #height = '';

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [look()];
  }

  connectedCallback(): void {
    this.#build();
  }

  disconnectedCallback(): void {
    this.#takeAway();
  }

  /** Moved by `moveBefore`: the film plays on. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (!this.#client || value === before) return;
    if (name === 'label' || name === 'ratio') return this.#dress(this.#client.iframe);
    const method = METHODS.get(name);
    if (this.#isReady && method && value) {
      const isList = method === 'setSubtitles';
      this.#client[ASK](method, isList ? (value === 'off' ? [] : value.split(',')) : value);
    } else if (!this.#isRebuilding) {
      this.#isRebuilding = true;
      this.#isReady = false;
      // Once for all attributes that change together.
      queueMicrotask(() => {
        this.#isRebuilding = false;
        if (this.#client) this.#build();
      });
    }
  }

  [ASK](method: SetterName | GetterName, value?: unknown): unknown {
    if (isGetter(method)) return this.#client?.[ASK](method) ?? Promise.reject(new Error('Not on a page.'));
    if (!this.#isReady) {
      this.#kept.delete(method);
      this.#kept.set(method, value);
    }
    // A frame that is far away would wait for somebody to come near.
    if (this.#client) this.#client.iframe.loading = 'eager';
    return this.#client?.[ASK](method, value);
  }

  #build(): void {
    this.#takeAway();
    const iframe = document.createElement('iframe');
    iframe.loading = this.#kept.size > 0 ? 'eager' : 'lazy';
    iframe.allow = PERMISSIONS;
    iframe.referrerPolicy = 'no-referrer';
    iframe.src = frameAddress(import.meta.url, (name) => this.getAttribute(name));
    // A film that is loaded anew leaves the page as it is.
    iframe.style.height = this.#height;
    this.#dress(iframe);
    const client = new EmbedClient(iframe);
    for (const name of Object.keys(EVENTS) as EventName[])
      client.addEventListener(name, (event) => {
        const { detail } = event as CustomEvent<unknown>;
        if (name === 'ready') {
          this.#isReady = true;
          this.#kept.clear();
        }
        if (name === 'heightchange') iframe.style.height = this.#height = `${detail as number}px`;
        this.dispatchEvent(new CustomEvent(name, { detail }));
      });
    for (const [method, value] of this.#kept) client[ASK](method, value);
    this.#client = client;
    this.#root.append(iframe);
  }

  #dress(iframe: HTMLIFrameElement): void {
    iframe.title = this.getAttribute('label') || 'Film';
    // The browser takes nothing but a ratio.
    iframe.style.aspectRatio = this.getAttribute('ratio')?.replace(':', '/') ?? '';
  }

  #takeAway(): void {
    this.#client?.destroy();
    this.#client?.iframe.remove();
    this.#client = undefined;
    this.#isReady = false;
  }
}
