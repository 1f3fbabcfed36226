/**
 * The styles of a page stand in the page itself: on a phone they would be one more way over the line, and nothing is drawn before they are
 * in. They come in two elements, what every page of its shell has and what is its own, so that the policy of all pages has few to name.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface StylesOfPage {
  /** What goes into the page, an element each. */
  readonly texts: readonly string[];
  /** The files that they were made of. */
  readonly files: readonly string[];
}

export class PageStyles {
  readonly #outDir: string;
  readonly #hashes = new Set<string>();

  constructor(outDir: string) {
    this.#outDir = outDir;
  }

  /** As a content security policy names what has been written into pages so far. */
  get hashes(): readonly string[] {
    return [...this.#hashes].sort();
  }

  /** @param shared what every page of the shell has, in the order of the cascade, from which `all` goes on */
  take(shared: readonly string[], all: readonly string[]): StylesOfPage {
    const own = all.filter((file) => !shared.includes(file));
    const texts = [shared, own].filter((files) => files.length > 0).map((files) => this.#textOf(files));
    return { texts, files: [...shared, ...own] };
  }

  #textOf(files: readonly string[]): string {
    const text = files.map((file) => selfContained(file, readFileSync(join(this.#outDir, file), 'utf8'))).join('\n');
    this.#hashes.add(`sha256-${createHash('sha256').update(text).digest('base64')}`);
    return text;
  }
}

/** In a page an address would be that of another file than in `file`, and an end tag would end the styles. */
export function selfContained(file: string, text: string): string {
  const [found] = /url\((?!\s*["']?(?:data:|#))[^)]*\)|@import[^;]*|<\/style|\r/i.exec(text) ?? [];
  if (found !== undefined)
    throw new Error(`${file}: styles are written into the pages, and ${JSON.stringify(found.slice(0, 60))} can't be.`);
  return text;
}
