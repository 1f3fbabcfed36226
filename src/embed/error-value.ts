/** What is told to the page around of a film that can't be played. */
import type { MediaErrorKind } from '../playback/media-port';
import type { ErrorValue } from '../sync/embed/embedded-film';

/** Of MediaError. */
const CODES: Record<MediaErrorKind, number> = { network: 2, decode: 3, unsupported: 4, unknown: 0 };
const KINDS = Object.keys(CODES) as MediaErrorKind[];

export const errorValueOf = (kind: MediaErrorKind | undefined): ErrorValue | undefined =>
  kind && { code: CODES[kind], msg: kind };

export const errorValueOfCode = (code: number): ErrorValue | undefined =>
  errorValueOf(KINDS.find((kind) => CODES[kind] === code) ?? 'unknown');
