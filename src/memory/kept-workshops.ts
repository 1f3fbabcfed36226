/** What this device may keep of workshops, as it is written there: programmes by name, workshops that are over, and the one that goes on. */
import { decodeSession } from '../programme/decode-session';
import { decodePast, nameOf, type PastWorkshop } from '../programme/past-workshop';
import type { Session } from '../programme/session';
import { isPlainObject } from './checks';

/** `fragment` is the programme as it stands in an address; it is read anew, and repaired, when it is opened. */
export interface KeptProgramme {
  readonly name: string;
  readonly fragment: string;
}

export interface KeptWorkshops {
  /** By name, each at most once; the latest first. */
  readonly programmes: readonly KeptProgramme[];
  /** The latest first. */
  readonly past: readonly PastWorkshop[];
  readonly running?: Session | undefined;
}

export const NO_WORKSHOPS: KeptWorkshops = { programmes: [], past: [] };
export const MOST_PROGRAMMES = 50;
export const MOST_PAST = 20;
const LONGEST_FRAGMENT = 4000;
const VERSION = 1;

export const holdsNothing = ({ programmes, past, running }: KeptWorkshops): boolean =>
  programmes.length === 0 && past.length === 0 && running === undefined;

export function encodeWorkshops(kept: KeptWorkshops): string {
  // A workshop that does not go on is left out: JSON has no undefined.
  return JSON.stringify({ version: VERSION, ...kept });
}

/** Parts that do not fit are left out, each for itself. */
export function decodeWorkshops(text: string | null): KeptWorkshops {
  const value = parse(text);
  if (!isPlainObject(value) || value['version'] !== VERSION) return NO_WORKSHOPS;
  const programmes = listOf(value['programmes'], decodeProgramme);
  const past = listOf(value['past'], decodePast);
  const running = decodeSession(value['running']);
  return {
    programmes: programmes.filter(isFirst(({ name }) => name)).slice(0, MOST_PROGRAMMES),
    past: past.filter(isFirst(({ id }) => id)).slice(0, MOST_PAST),
    ...(running && { running }),
  };
}

function decodeProgramme(value: unknown): KeptProgramme | undefined {
  if (!isPlainObject(value)) return undefined;
  const { name, fragment } = value;
  if (typeof name !== 'string' || nameOf(name) !== name) return undefined;
  if (typeof fragment !== 'string' || fragment.length > LONGEST_FRAGMENT || !fragment.startsWith('#')) return undefined;
  return { name, fragment };
}

const listOf = <T>(value: unknown, decode: (one: unknown) => T | undefined): T[] =>
  Array.isArray(value) ? value.flatMap((one) => decode(one) ?? []) : [];

const isFirst =
  <T>(of: (one: T) => string) =>
  (one: T, index: number, all: readonly T[]): boolean =>
    all.findIndex((other) => of(other) === of(one)) === index;

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
