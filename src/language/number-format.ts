/**
 * How numbers are written, by `locale` and kept: a format takes fifty times as long to make as to use, and what is derived outside of a
 * page that is being drawn is made anew at each look where pages are built.
 */

const formats = new Map<string, Intl.NumberFormat>();
const tens = new Map<string, readonly string[]>();

export function numberFormat(locale: string): Intl.NumberFormat {
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 2 });
  formats.set(locale, format);
  return format;
}

/** The ten digits, from nought on. */
export function digitsIn(locale: string): readonly string[] {
  const digits = tens.get(locale) ?? Array.from({ length: 10 }, (_, digit) => numberFormat(locale).format(digit));
  tens.set(locale, digits);
  return digits;
}
