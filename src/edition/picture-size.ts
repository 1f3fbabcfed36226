/** Reads how large a JPEG, PNG or AVIF is, from its first bytes. */
import { boxesIn, boxWithin } from './boxes';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Undefined for every other kind of file, and for one that is broken. */
export function pictureSize(content: Buffer): PictureSize | undefined {
  try {
    return pngSize(content) ?? avifSize(content) ?? jpegSize(content);
  } catch (error) {
    // The file ends too early.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** Its first block is its header: length, name, width, height. */
function pngSize(content: Buffer): PictureSize | undefined {
  if (!content.subarray(0, PNG.length).equals(PNG)) return undefined;
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
}

/** Its head lists what its pictures are like; one that is put together of several says so of the whole too, which is the largest. */
function avifSize(content: Buffer): PictureSize | undefined {
  const [kind, ...others] = boxesIn(content, 0, content.length);
  if (kind?.type !== 'ftyp' || !content.toString('latin1', kind.start, kind.end).includes('avif')) return undefined;
  const head = others.find((box) => box.type === 'meta');
  const about = head && boxWithin(content, head, 'iprp', 'ipco');
  const sizes = about
    ? [...boxesIn(content, about.start, about.end)]
        .filter((box) => box.type === 'ispe')
        .map(({ start }) => ({ width: content.readUInt32BE(start + 4), height: content.readUInt32BE(start + 8) }))
    : [];
  return sizes.sort((a, b) => b.width - a.width)[0];
}

/** Start of frame, in all its kinds; C4, C8 and CC are something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Segments with their lengths, up to the one that says how large the frame is. */
function jpegSize(content: Buffer): PictureSize | undefined {
  if (content.readUInt16BE(0) !== 0xffd8) return undefined;
  let at = 2;
  while (content.readUInt8(at) === 0xff) {
    const marker = content.readUInt8(at + 1);
    if (isFrame(marker)) return { height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) };
    // A marker may be filled up with more of its first byte.
    at += marker === 0xff ? 1 : 2 + content.readUInt16BE(at + 2);
  }
  return undefined;
}
