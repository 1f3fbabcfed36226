/** Pixels of a screenshot, and how much they differ in the sense of WCAG. */
import { inflateSync } from 'node:zlib';

export type Colour = readonly [red: number, green: number, blue: number];

export interface Picture {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): Colour;
}

/** A PNG of eight bits a channel, without interlace, as browsers write them. */
export function readPicture(png: Buffer): Picture {
  let width = 0;
  let height = 0;
  let channels = 0;
  const data: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      channels = body[9] === 6 ? 4 : 3;
    } else if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  const bytes = inflateSync(Buffer.concat(data));
  const line = width * channels;
  const pixels = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = bytes[y * (line + 1)]!;
    for (let x = 0; x < line; x += 1) {
      const left = x < channels ? 0 : pixels[y * line + x - channels]!;
      const up = y === 0 ? 0 : pixels[(y - 1) * line + x]!;
      const corner = x < channels || y === 0 ? 0 : pixels[(y - 1) * line + x - channels]!;
      pixels[y * line + x] = bytes[y * (line + 1) + 1 + x]! + guess(filter, left, up, corner);
    }
  }
  return {
    width,
    height,
    at: (x, y) => {
      const from = (y * width + x) * channels;
      return [pixels[from]!, pixels[from + 1]!, pixels[from + 2]!];
    },
  };
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

const LINEAR = Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});
const luminance = ([red, green, blue]: Colour) =>
  0.2126 * LINEAR[red]! + 0.7152 * LINEAR[green]! + 0.0722 * LINEAR[blue]!;

/** From 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** How many pixels differ so much that people see it. */
export function changed(before: Picture, after: Picture, least = 3): number {
  let count = 0;
  for (let y = 0; y < Math.min(before.height, after.height); y += 1)
    for (let x = 0; x < Math.min(before.width, after.width); x += 1)
      if (contrast(before.at(x, y), after.at(x, y)) >= least) count += 1;
  return count;
}
