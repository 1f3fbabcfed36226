/** The envelope of every message between an embedded film and the page around it, both ways: player.js 0.0.11. Pure. */
import { fields, matching, type Decoder, type Fields } from '../../programme/decoders';

const CONTEXT = 'player.js';
const VERSION = '0.0.11';

/** Bytes of a message as UTF-8. */
export const MOST_BYTES = 4096;
const LONGEST_LISTENER = 200;

/** The fields of a message. Undefined for anything but a JSON string of ours of a bearable size. */
export function readMessage(data: unknown): Fields | undefined {
  if (typeof data !== 'string' || data.length > MOST_BYTES) return undefined;
  if (new TextEncoder().encode(data).length > MOST_BYTES) return undefined;
  try {
    const given = fields(JSON.parse(data));
    return given?.['context'] === CONTEXT ? given : undefined;
  } catch {
    return undefined;
  }
}

export interface Parts {
  readonly method?: string;
  readonly event?: string;
  readonly value?: unknown;
  readonly listener?: string | undefined;
}

export const writeMessage = (parts: Parts): string => JSON.stringify({ context: CONTEXT, version: VERSION, ...parts });

/** What a partner calls a listener, and gets back with every event for it. */
export const readListener: Decoder<string> = matching(/^/, LONGEST_LISTENER);
