/** The boxes that MP4 films and AVIF pictures are made of (ISO 14496-12): each says how long it is and what it holds. */
export interface Box {
  readonly type: string;
  /** Of what it holds; both counted from the beginning of what was read. */
  readonly start: number;
  readonly end: number;
}

/** How many bytes say how long a box is and what it holds, at most. */
export const BOX_HEAD = 16;

/** The box that begins with `head`. `at` is where that stands, and `limit` where a box without a length of its own ends. */
export function boxAt(head: Buffer, at: number, limit: number): Box | undefined {
  if (head.length < 8) return undefined;
  const short = head.readUInt32BE(0);
  if (short === 1 && head.length < BOX_HEAD) return undefined;
  const size = short === 0 ? limit - at : short === 1 ? Number(head.readBigUInt64BE(8)) : short;
  const start = at + (short === 1 ? BOX_HEAD : 8);
  const end = at + size;
  return end < start || end > limit ? undefined : { type: head.toString('latin1', 4, 8), start, end };
}

/** Those that lie side by side, up to the first that is broken. */
export function* boxesIn(content: Buffer, from: number, to: number): Generator<Box> {
  for (let at = from; at < to;) {
    const box = boxAt(content.subarray(at, Math.min(at + BOX_HEAD, to)), at, to);
    if (!box) return;
    yield box;
    at = box.end;
  }
}

/** The first of each type, one within the other. A list of words before the inner boxes ("meta" has its version there) is skipped. */
export function boxWithin(content: Buffer, outer: Box, ...[type, ...rest]: readonly string[]): Box | undefined {
  if (type === undefined) return outer;
  const from = outer.start + (outer.type === 'meta' ? 4 : 0);
  for (const box of boxesIn(content, from, outer.end)) if (box.type === type) return boxWithin(content, box, ...rest);
  return undefined;
}
