/**
 * A moment or passage of the film in the fragment of an address: W3C Media Fragments 1.0, temporal dimension.
 * `#t=72.5`, `#t=72,80`, `#t=,80`, `#t=npt:72,80`, `#t=0:01:12,80`. What does not follow the norm is ignored, as it asks; but a clock
 * may be written as the page writes it, `#t=1:14`.
 */
import { wholeMilliseconds } from './clock-time';

export interface MomentLink {
  readonly start: number;
  /** The film pauses here; not set when it plays on. */
  readonly end?: number;
}

const SECONDS = /^\d{1,9}(?:\.\d*)?$/;
const CLOCK = /^(?:(\d{1,4}):)?([0-5]?\d):([0-5]\d(?:\.\d*)?)$/;

function parseTime(text: string): number | undefined {
  if (SECONDS.test(text)) return wholeMilliseconds(Number(text));
  const clock = CLOCK.exec(text);
  if (!clock) return undefined;
  return wholeMilliseconds(Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]));
}

function parseInterval(value: string): MomentLink | undefined {
  const [from = '', to, ...rest] = value.replace(/^npt:/, '').split(',');
  if (rest.length > 0) return undefined;
  const start = from === '' && to !== undefined ? 0 : parseTime(from);
  if (start === undefined) return undefined;
  if (to === undefined) return { start };
  const end = parseTime(to);
  return end === undefined || end <= start ? undefined : { start, end };
}

/** Mail and chat programs send `,` and `:` on as `%2C` and `%3A`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

export function parseMomentLink(fragment: string): MomentLink | undefined {
  // The last valid `t` counts when an address has several.
  const pairs = fragment.replace(/^#/, '').split('&').reverse();
  for (const pair of pairs) {
    const [name = '', ...value] = pair.split('=');
    const moment = decoded(name) === 't' ? parseInterval(decoded(value.join('='))) : undefined;
    if (moment) return moment;
  }
  return undefined;
}

export function momentFragment({ start, end }: MomentLink): string {
  const from = String(wholeMilliseconds(start));
  return end === undefined ? `#t=${from}` : `#t=${from},${wholeMilliseconds(end)}`;
}
