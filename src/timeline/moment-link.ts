/**
 * A moment or passage of the film in the fragment of an address: W3C Media Fragments 1.0, temporal dimension.
 * `#t=72.5`, `#t=72,80`, `#t=,80`, `#t=npt:72,80`, `#t=0:01:12,80`. What does not follow the norm is ignored, as it asks.
 */
import { wholeMilliseconds } from './clock-time';

export interface MomentLink {
  readonly start: number;
  /** The film pauses here; not set when it plays on. */
  readonly end?: number;
}

const SECONDS = /^\d{1,9}(?:\.\d{0,9})?$/;
const CLOCK = /^(?:(\d{1,4}):)?([0-5]?\d):([0-5]\d(?:\.\d{0,9})?)$/;

function parseTime(text: string): number | undefined {
  if (SECONDS.test(text)) return wholeMilliseconds(Number(text));
  const clock = CLOCK.exec(text);
  if (!clock) return undefined;
  return wholeMilliseconds(Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]));
}

export function parseMomentLink(fragment: string): MomentLink | undefined {
  // The last `t` counts when an address has several.
  const value = fragment
    .replace(/^#/, '')
    .split('&')
    .filter((pair) => pair.startsWith('t='))
    .at(-1)
    ?.slice(2)
    .replace(/^npt:/, '');
  if (!value) return undefined;
  const [from = '', to, ...rest] = value.split(',');
  if (rest.length > 0) return undefined;
  const start = from === '' && to !== undefined ? 0 : parseTime(from);
  if (start === undefined) return undefined;
  if (to === undefined) return { start };
  const end = parseTime(to);
  return end === undefined || end <= start ? undefined : { start, end };
}

export function momentFragment({ start, end }: MomentLink): string {
  const from = String(wholeMilliseconds(start));
  return end === undefined ? `#t=${from}` : `#t=${from},${wholeMilliseconds(end)}`;
}
