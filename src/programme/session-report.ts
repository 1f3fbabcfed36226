/**
 * A workshop that is over as a small table for a spreadsheet: CSV after RFC 4180. It begins with the sign by which spreadsheets know
 * UTF-8. Excel cuts at the sign of the computer's country and has no way to ask: a semicolon where a comma is in the numbers (Dutch,
 * German, French), else a comma. The language that the host reads in tells which; LibreOffice and others take both.
 */
import type { PastWorkshop } from './past-workshop';

export interface ReportWords {
  readonly begun: string;
  readonly part: string;
  /** In minutes, as the columns behind it. */
  readonly film: string;
  readonly planned: string;
  readonly talk: string;
  readonly total: string;
  /** What an item of the programme is called. */
  readonly titleOf: (key: string) => string;
}

const UTF_8 = '\ufeff';

export function reportCsv(past: PastWorkshop, words: ReportWords, language: string): string {
  const comma = decimalSign(language) === ',';
  const number = (minutes: number) => (comma ? minutes.toFixed(1).replace('.', ',') : minutes.toFixed(1));
  const minutes = (seconds: number) => number(seconds / 60);
  const { film, talk, planned } = totalsOf(past);
  const rows = [
    [words.begun, words.part, words.film, words.planned, words.talk],
    ...past.items.map(({ key, at, seen, planned: ahead, talk: real }) => [
      localTime(at),
      words.titleOf(key),
      minutes(seen),
      String(ahead),
      minutes(real),
    ]),
    [localTime(past.begun), words.total, minutes(film), String(planned), minutes(talk)],
  ];
  const separator = comma ? ';' : ',';
  return UTF_8 + rows.map((row) => row.map((field) => written(field, separator)).join(separator) + '\r\n').join('');
}

/** Seconds of film and of talk, and minutes of talk as planned. */
export function totalsOf({ items }: PastWorkshop): { film: number; talk: number; planned: number } {
  const sum = (of: (item: PastWorkshop['items'][number]) => number) => items.reduce((all, item) => all + of(item), 0);
  return { film: sum(({ seen }) => seen), talk: sum(({ talk }) => talk), planned: sum(({ planned }) => planned) };
}

/** `workshop-2026-11-22.csv`: the day it was held on, where it was held. */
export const reportName = ({ begun }: PastWorkshop): string => `workshop-${localTime(begun).slice(0, 10)}.csv`;

/** A spreadsheet runs what begins with these signs; behind an apostrophe it is text. */
function written(field: string, separator: string): string {
  const harmless = /^[=+\-@＝＋－＠\t\r\n]/.test(field) ? `'${field}` : field;
  const quoted = /["\r\n\t]/.test(harmless) || harmless.includes(separator);
  return quoted ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const decimalSign = (language: string): string | undefined =>
  new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;

/** `2026-11-22 10:05`, which every spreadsheet reads as a date and a time. */
function localTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
