/**
 * What the player of a service can be told and what it tells, in our words. Each service has a file that puts these into its own messages
 * and back; no script of a service runs in our page. Pure: messages go through `service-source.ts`.
 */
import { fields, type Fields } from '../../programme/decoders';
import type { MediaErrorKind } from '../media-port';

export type ServiceCommand =
  | { readonly kind: 'play' | 'pause' }
  | { readonly kind: 'seek' | 'rate' | 'volume'; readonly value: number }
  | { readonly kind: 'muted'; readonly value: boolean };

/** What one message tells; what it does not speak of is as it was. Volume runs from 0 to 1. */
export interface ServiceReport {
  readonly time?: number | undefined;
  readonly duration?: number | undefined;
  readonly paused?: boolean | undefined;
  readonly ended?: boolean | undefined;
  readonly waiting?: boolean | undefined;
  readonly rate?: number | undefined;
  readonly volume?: number | undefined;
  readonly muted?: boolean | undefined;
  readonly error?: MediaErrorKind | undefined;
  /** `time` is where a seek has come to. */
  readonly arrived?: true;
  /** The browser wants a press in the frame. */
  readonly refused?: true;
}

export interface ServiceProtocol {
  /** The only origin that is heard and written to. */
  readonly origin: string;
  /** Of the player with one film; `id` fits the pattern of the schema. */
  address(id: string, page: { readonly origin: string; readonly language: string }): string;
  /** Said again and again until the player answers. */
  readonly greeting: object;
  /** Said once to a player that has answered: what we want to hear of. */
  readonly questions: readonly object[];
  write(command: ServiceCommand): readonly object[];
  /** Undefined for whatever is no message of the player. What is known of it is made anew, value by value. */
  read(data: unknown): ServiceReport | undefined;
}

/** Seconds: longer than any film, and far from where numbers lose their thousandths. */
export const LONGEST = 360_000;
/** Characters. The first message of YouTube has all names of its methods in it. */
const LONGEST_MESSAGE = 65_536;

/** The fields of a message that comes as JSON, or, as Vimeo may send it, as an object. */
export function readFields(data: unknown): Fields | undefined {
  if (typeof data !== 'string') return fields(data);
  if (data.length > LONGEST_MESSAGE) return undefined;
  try {
    return fields(JSON.parse(data));
  } catch {
    return undefined;
  }
}
