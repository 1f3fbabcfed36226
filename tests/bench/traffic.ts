/** What a page has fetched, as it came over the line: packed, and with its headers. */
import type { CDPSession } from 'playwright';

export interface Bytes {
  /** All that the page is made of: not the film, and no pictures. */
  readonly page: number;
  readonly script: number;
  readonly style: number;
  readonly document: number;
  /** Subtitles and other words. */
  readonly text: number;
  /** Pictures other than the poster. */
  readonly pictures: number;
}

interface Fetched {
  readonly url: string;
  readonly type: string;
  bytes?: number;
}

/** In milliseconds without any request: then the page is at rest. */
const QUIET = 1000;

const isFilm = ({ url, type }: Fetched): boolean => type === 'Media' || /\.(mp4|webm|m3u8|ts|m4s)$/.test(url);
const isPicture = ({ url, type }: Fetched): boolean => type === 'Image' || /\.(avif|jpe?g|png|webp)$/.test(url);
const isPoster = ({ url }: Fetched): boolean => /\/poster[.-][^/]*$/.test(url);

export class Traffic {
  readonly #fetched = new Map<string, Fetched>();
  readonly #ended = new Set<string>();
  #since = performance.now();

  constructor(cdp: CDPSession) {
    cdp.on('Network.requestWillBeSent', ({ requestId, request: { url }, type = 'Other' }) => {
      if (!url.startsWith('http')) return;
      this.#fetched.set(requestId, { url, type });
      if (!isFilm({ url, type })) this.#since = performance.now();
    });
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => this.#end(requestId, encodedDataLength));
    cdp.on('Network.loadingFailed', ({ requestId }) => this.#end(requestId, 0));
  }

  #end(requestId: string, bytes: number): void {
    const fetched = this.#fetched.get(requestId);
    if (!fetched) return;
    fetched.bytes = bytes;
    this.#ended.add(requestId);
    if (!isFilm(fetched)) this.#since = performance.now();
  }

  /** Waits until nothing but the film has been asked for or has come for a second. */
  async quiet(): Promise<void> {
    const busy = (): boolean =>
      performance.now() - this.#since < QUIET ||
      [...this.#fetched].some(([id, fetched]) => !this.#ended.has(id) && !isFilm(fetched));
    while (busy()) await new Promise((done) => setTimeout(done, 50));
  }

  bytes(): Bytes {
    const all = [...this.#fetched.values()].filter((fetched) => !isFilm(fetched));
    const sum = (of: (fetched: Fetched) => boolean): number =>
      all.filter(of).reduce((total, { bytes = 0 }) => total + bytes, 0);
    const ofType = (...types: string[]): number =>
      sum((fetched) => types.includes(fetched.type) && !isPicture(fetched));
    const page = sum((fetched) => !isPicture(fetched));
    const [script, style, document] = [ofType('Script'), ofType('Stylesheet'), ofType('Document')];
    return {
      page,
      script,
      style,
      document,
      text: page - script - style - document,
      pictures: sum((fetched) => isPicture(fetched) && !isPoster(fetched)),
    };
  }
}
