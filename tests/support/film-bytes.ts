/** Films of a few bytes: an index that says where frames would be, and no frames. */
export const bytesOf = (content: Buffer) => ({
  size: content.length,
  part: (from: number, length: number) => content.subarray(from, from + length),
});

const numbers = (...values: readonly number[]): Buffer => {
  const content = Buffer.alloc(values.length * 4);
  values.forEach((value, nth) => content.writeUInt32BE(value, nth * 4));
  return content;
};

export const box = (type: string, ...content: readonly Buffer[]): Buffer => {
  const inside = Buffer.concat(content);
  return Buffer.concat([numbers(inside.length + 8), Buffer.from(type, 'latin1'), inside]);
};

/** An MP4: how many frames in a row have which length, which of them (from one) are key frames, and how many units a second has. */
export function movie(
  lengths: readonly (readonly [count: number, length: number])[],
  keys: readonly number[] | undefined,
  scale: number,
): Buffer {
  const table = box(
    'stbl',
    box('stts', numbers(0, lengths.length, ...lengths.flat())),
    ...(keys ? [box('stss', numbers(0, keys.length, ...keys))] : []),
  );
  const kind = box('hdlr', numbers(0, 0), Buffer.from('vide', 'latin1'), numbers(0, 0, 0));
  const sound = box('trak', box('mdia', box('hdlr', numbers(0, 0), Buffer.from('soun', 'latin1'))));
  const picture = box('trak', box('mdia', box('mdhd', numbers(0, 0, 0, scale, 0, 0)), kind, box('minf', table)));
  return Buffer.concat([box('ftyp', Buffer.alloc(8)), box('moov', sound, picture)]);
}

const hex = (value: number) => {
  const digits = value.toString(16);
  return Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex');
};

/** With a length of four bytes. */
export const element = (id: number, ...content: readonly Buffer[]): Buffer => {
  const inside = Buffer.concat(content);
  return Buffer.concat([hex(id), numbers(inside.length + 0x10000000), inside]);
};

/** Its length is not known, as of a film that is still being recorded. */
export const SEGMENT_OPEN = Buffer.from('1853806701ffffffffffffff', 'hex');

/** A WebM whose index leads to these times; a unit is so many nanoseconds. */
export function webm(times: readonly number[], { unit = 1_000_000, atEnd = false } = {}): Buffer {
  const info = element(0x1549a966, element(0x2ad7b1, hex(unit)));
  const index = element(0x1c53bb6b, ...times.map((time) => element(0xbb, element(0xb3, hex(time)))));
  const film = element(0x1f43b675, Buffer.alloc(4));
  return Buffer.concat([
    element(0x1a45dfa3, Buffer.alloc(3)),
    SEGMENT_OPEN,
    info,
    ...(atEnd ? [film, index] : [index, film]),
  ]);
}
