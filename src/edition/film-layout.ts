/**
 * How a film lies in its file: whether its index comes before its pictures, and how far its key frames are apart. A browser needs the
 * index before it can begin, and goes to a moment from the key frame before it. Only heads and the index are read, never the film.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { BOX_HEAD, boxAt, boxesIn, boxWithin, type Box } from './boxes';
import { ebmlAt, EBML_HEAD, ebmlIn, uintOf } from './ebml';

export interface FilmLayout {
  /** The index stands before the pictures. */
  readonly fastStart: boolean;
  /** Seconds between two key frames, at most; undefined where that is not told. */
  readonly keyFrames?: number | undefined;
  /** Where the key frames are, in seconds; undefined where that is not told, and where each frame is one. */
  readonly keys?: readonly number[] | undefined;
  /** Seconds of picture; undefined where that is not told. */
  readonly length?: number | undefined;
}

/** What is read of a film: a part of it, shorter at its end. */
interface Bytes {
  readonly size: number;
  readonly part: (from: number, length: number) => Buffer;
}

/** Of a film of ten hours it is a few MB. */
const LONGEST_INDEX = 64e6;
/** A file has a dozen parts before its pictures; more is no film. */
const MOST_PARTS = 100;

/** Undefined for what is neither MP4 nor WebM, and for what is broken. */
export function readFilmLayout(bytes: Bytes): FilmLayout | undefined {
  try {
    return mp4Layout(bytes) ?? webmLayout(bytes);
  } catch (error) {
    // What should be there is not.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** An edition is read with every change of a cue, and asks twice: a film is read once for as long as it is the same. */
const known = new Map<string, { readonly state: string; readonly layout: FilmLayout | undefined }>();

export function filmLayoutOf(file: string): FilmLayout | undefined {
  const handle = openSync(file, 'r');
  try {
    const { size, mtimeMs } = fstatSync(handle);
    const state = `${size} ${mtimeMs}`;
    const before = known.get(file);
    if (before?.state === state) return before.layout;
    const part = (from: number, length: number) => {
      const content = Buffer.alloc(Math.max(0, Math.min(length, size - from)));
      return content.subarray(0, readSync(handle, content, 0, content.length, from));
    };
    const layout = readFilmLayout({ size, part });
    known.set(file, { state, layout });
    return layout;
  } finally {
    closeSync(handle);
  }
}

function mp4Layout({ size, part }: Bytes): FilmLayout | undefined {
  let at = 0;
  for (let nth = 0; nth < MOST_PARTS && at < size; nth += 1) {
    const box = boxAt(part(at, BOX_HEAD), at, size);
    if (!box || (nth === 0 && box.type !== 'ftyp')) return undefined;
    if (box.type === 'mdat') return { fastStart: false };
    if (box.type === 'moov') {
      if (box.end - box.start > LONGEST_INDEX) return { fastStart: true };
      const index = part(box.start, box.end - box.start);
      return { fastStart: true, ...mp4Picture(index) };
    }
    at = box.end;
  }
  return undefined;
}

/** Of the first track that is a picture. */
function mp4Picture(index: Buffer): Omit<FilmLayout, 'fastStart'> | undefined {
  for (const track of boxesIn(index, 0, index.length)) {
    const media = track.type === 'trak' ? boxWithin(index, track, 'mdia') : undefined;
    const kind = media && boxWithin(index, media, 'hdlr');
    if (!media || !kind || index.toString('latin1', kind.start + 8, kind.start + 12) !== 'vide') continue;
    const head = boxWithin(index, media, 'mdhd');
    const lengths = boxWithin(index, media, 'minf', 'stbl', 'stts');
    const keys = boxWithin(index, media, 'minf', 'stbl', 'stss');
    if (!head || !lengths) return undefined;
    const scale = index.readUInt32BE(head.start + (index.readUInt8(head.start) === 1 ? 20 : 12));
    const placed = placesOf(index, lengths, keys);
    if (scale === 0 || !placed) return undefined;
    const seconds = placed.keys?.map((key) => key / scale);
    return { keyFrames: placed.gap / scale, length: placed.whole / scale, ...(seconds && { keys: seconds }) };
  }
  return undefined;
}

/** In the track's own units. Without a list of key frames each frame is one. */
function placesOf(
  index: Buffer,
  lengths: Box,
  keys: Box | undefined,
): { readonly gap: number; readonly whole: number; readonly keys?: readonly number[] } | undefined {
  // How many frames in a row have which length.
  const runs = numbersIn(index, lengths, 2);
  if (runs.length === 0) return undefined;
  let [frame, time, longest, nth] = [1, 0, 0, 0];
  const wanted = keys && numbersIn(index, keys, 1);
  const places: number[] = [];
  for (let run = 0; run < runs.length; run += 2) {
    const [count, length] = [runs[run]!, runs[run + 1]!];
    longest = Math.max(longest, length);
    for (; wanted && nth < wanted.length && wanted[nth]! < frame + count; nth += 1)
      places.push(time + (wanted[nth]! - frame) * length);
    frame += count;
    time += count * length;
  }
  return wanted ? { gap: longestGap([...places, time]), whole: time, keys: places } : { gap: longest, whole: time };
}

/** From the beginning on, with none before it. */
const longestGap = (places: readonly number[]): number =>
  places.reduce((longest, place, nth) => Math.max(longest, place - (places[nth - 1] ?? 0)), 0);

/** A list of a box: its version, how many entries, and so many whole numbers for each. */
function numbersIn(index: Buffer, { start, end }: Box, each: number): number[] {
  const count = index.readUInt32BE(start + 4) * each;
  const room = Math.floor((end - start - 8) / 4);
  return Array.from({ length: Math.min(count, room) }, (_, nth) => index.readUInt32BE(start + 8 + nth * 4));
}

const HEADER = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIME_UNIT = 0x2ad7b1;
const CUES = 0x1c53bb6b;
const CUE_POINT = 0xbb;
const CUE_TIME = 0xb3;
const CLUSTER = 0x1f43b675;

function webmLayout({ size, part }: Bytes): FilmLayout | undefined {
  let at = 0;
  /** Nanoseconds. */
  let unit = 1e6;
  for (let nth = 0; nth < MOST_PARTS && at < size; nth += 1) {
    const element = ebmlAt(part(at, EBML_HEAD), at, size);
    if (!element || (nth === 0 && element.id !== HEADER)) return undefined;
    const content = () => part(element.start, Math.min(element.end - element.start, LONGEST_INDEX));
    if (element.id === CLUSTER) return { fastStart: false };
    if (element.id === INFO) {
      const head = content();
      for (const inner of ebmlIn(head, 0, head.length)) if (inner.id === TIME_UNIT) unit = uintOf(head, inner);
    }
    if (element.id === CUES) {
      const places = cueTimesIn(content());
      const seconds = (time: number) => (time * unit) / 1e9;
      if (places.length === 0) return { fastStart: true };
      return { fastStart: true, keyFrames: seconds(longestGap(places)), keys: places.map(seconds) };
    }
    // All else lies within the one segment.
    at = element.id === SEGMENT ? element.start : element.end;
  }
  return undefined;
}

/** The places that the index leads to, in units of the file: a WebM film lists its key frames there. */
const cueTimesIn = (index: Buffer): number[] =>
  [...ebmlIn(index, 0, index.length)]
    .filter(({ id }) => id === CUE_POINT)
    .flatMap((point) => [...ebmlIn(index, point.start, point.end)])
    .filter(({ id }) => id === CUE_TIME)
    .map((time) => uintOf(index, time));
