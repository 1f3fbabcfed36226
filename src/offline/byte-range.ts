/**
 * What a `Range` header asks of a file, by RFC 9110 (14.1 and 14.2). A header that is invalid, of another unit or with several ranges is
 * passed over, as the RFC allows: the answer is then the whole file, which is never a wrong slice. No browser sends such for a film.
 */
export type Slice =
  | { readonly kind: 'whole' }
  /** From `start` up to and not including `end`, in bytes. */
  | { readonly kind: 'part'; readonly start: number; readonly end: number }
  /** Nothing of the file is asked for: 416. */
  | { readonly kind: 'none' };

const WHOLE: Slice = { kind: 'whole' };
const NONE: Slice = { kind: 'none' };
const ONE_RANGE = /^bytes=(\d*)-(\d*)$/i;

export function sliceOf(header: string | null, size: number): Slice {
  const [, first = '', last = ''] = ONE_RANGE.exec(header?.trim() ?? '') ?? [];
  if (first === '') {
    if (last === '') return WHOLE;
    // A suffix: so many bytes from the end, and no more than there are.
    const length = Math.min(Number(last), size);
    return length > 0 ? { kind: 'part', start: size - length, end: size } : NONE;
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return WHOLE;
  if (start >= size) return NONE;
  return { kind: 'part', start, end: last === '' ? size : Math.min(Number(last) + 1, size) };
}

/** As the answer names it: the last byte belongs to it. */
export const contentRange = (slice: Exclude<Slice, { kind: 'whole' }>, size: number): string =>
  slice.kind === 'none' ? `bytes */${size}` : `bytes ${slice.start}-${slice.end - 1}/${size}`;
