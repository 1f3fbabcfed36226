/** A QR code as an SVG path: one unit a module, with the quiet zone that the norm (ISO/IEC 18004) asks for around it. */
import { encode } from 'uqr';

const QUIET_ZONE = 4;
/** Of the largest code with error correction M. */
const MOST_BYTES = 2331;

export interface QrPath {
  /** Width and height, quiet zone included. */
  readonly size: number;
  /** The black modules; everything else is white. */
  readonly path: string;
}

/** Error correction M, or better where that costs no size: a folded or copied sheet can still be read. Undefined where the text is longer than a code can hold. */
export function qrPath(text: string): QrPath | undefined {
  if (new TextEncoder().encode(text).length > MOST_BYTES) return undefined;
  const { size, data } = encode(text, { ecc: 'M', boostEcc: true, border: QUIET_ZONE });
  const runs = data.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return { size, path: runs.join('') };
}

/** Neighbours are one shape, or hairlines show between them on paper. */
function runsOf(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  for (const [x, black] of row.entries()) {
    if (!black) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
}
