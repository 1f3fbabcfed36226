/** The elements that WebM films are made of (RFC 8794): each begins with what it is and how long. */
export interface Element {
  readonly id: number;
  /** Of what it holds; both counted from the beginning of what was read. */
  readonly start: number;
  readonly end: number;
}

/** How many bytes say what an element is and how long, at most. */
export const EBML_HEAD = 12;

/** A whole number whose first byte tells by its leading zeros how many bytes it has. */
function lengthOf(first: number): number {
  return Math.clz32(first) - 23;
}

/** The element that begins with `head`. `at` is where that stands, and `limit` where one of unknown length ends. */
export function ebmlAt(head: Buffer, at: number, limit: number): Element | undefined {
  const idLength = lengthOf(head[0] ?? 0);
  const sizeLength = lengthOf(head[idLength] ?? 0);
  if (idLength > 4 || sizeLength > 8 || head.length < idLength + sizeLength) return undefined;
  const id = head.readUIntBE(0, idLength);
  let size = head[idLength]! & (0xff >> sizeLength);
  // All ones: a length that was not known when it was written.
  let isOpen = size === 0xff >> sizeLength;
  for (const byte of head.subarray(idLength + 1, idLength + sizeLength)) {
    size = size * 256 + byte;
    isOpen &&= byte === 0xff;
  }
  const start = at + idLength + sizeLength;
  const end = isOpen ? limit : start + size;
  return end > limit ? undefined : { id, start, end };
}

/** Those that lie side by side, up to the first that is broken. */
export function* ebmlIn(content: Buffer, from: number, to: number): Generator<Element> {
  for (let at = from; at < to;) {
    const element = ebmlAt(content.subarray(at, Math.min(at + EBML_HEAD, to)), at, to);
    if (!element) return;
    yield element;
    at = element.end;
  }
}

/** What an element holds, as a whole number; of more than six bytes the last six, which no time of a film needs. */
export const uintOf = (content: Buffer, { start, end }: Element): number =>
  end > start ? content.readUIntBE(Math.max(start, end - 6), Math.min(6, end - start)) : 0;
