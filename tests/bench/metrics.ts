/** The rows of the table: what each figure is, how it is told, and which are made of others. */
import { summaryOf, type Summary } from './statistics';

export interface Metric {
  readonly title: string;
  readonly unit: string;
  readonly digits: number;
  /** The 95th of a hundred is told instead of the least and the most. */
  readonly tail?: boolean;
}

const KIB = { unit: 'KiB', digits: 1 };
const MS = { unit: 'ms', digits: 0 };
const TAIL = { unit: 'ms', digits: 1, tail: true };
const PER_MINUTE = { unit: 'ms', digits: 0 };
const COUNT = { unit: '', digits: 0 };

export const METRICS = {
  bytes: { title: 'bytes before play, without poster, pictures and film', ...KIB },
  bytesScript: { title: '· of these script', ...KIB },
  bytesStyle: { title: '· style', ...KIB },
  bytesDocument: { title: '· the page itself', ...KIB },
  bytesText: { title: '· subtitles and other', ...KIB },
  bytesPhone: { title: 'the same on a phone', ...KIB },
  pictures: { title: 'pictures other than the poster', ...KIB },
  bytesPlayed: { title: 'bytes until the first line is shown', ...KIB },
  usable: { title: 'play usable, phone', ...MS },
  firstPaint: { title: 'first paint, phone', ...MS },
  paint: { title: 'largest paint, phone', ...MS },
  blocked: { title: 'blocking time, phone', ...MS },
  shift: { title: 'layout shift, phone', unit: '', digits: 3 },
  press: { title: 'press play to first frame', ...MS },
  pressMoves: { title: '· until the third frame: the film moves', ...MS },
  late: { title: 'line late against the frame, 1x: median / 95th', ...TAIL },
  late2: { title: 'line late against the frame, 2x: median / 95th', ...TAIL },
  missed: { title: 'lines not shown within 0.4 s', ...COUNT },
  rightPaused: { title: 'line right at first frame after a seek, paused', unit: '%', digits: 0 },
  rightPlaying: { title: 'line right at first frame after a seek, playing', unit: '%', digits: 0 },
  seekLatePaused: { title: '· late by, paused: median / 95th', ...TAIL },
  seekLatePlaying: { title: '· late by, playing: median / 95th', ...TAIL },
  pressLine: { title: 'press a line to frame', ...MS },
  script: { title: 'script per minute of playing, its own lines', ...PER_MINUTE },
  script200: { title: 'script per minute, 200 lines', ...PER_MINUTE },
  script10000: { title: 'script per minute, 10,000 lines', ...PER_MINUTE },
  style: { title: 'styles and layout per minute, its own lines', ...PER_MINUTE },
  style200: { title: 'styles and layout per minute, 200 lines', ...PER_MINUTE },
  style10000: { title: 'styles and layout per minute, 10,000 lines', ...PER_MINUTE },
  task: { title: 'all work of the page per minute, its own lines', ...PER_MINUTE },
  task200: { title: 'all work per minute, 200 lines', ...PER_MINUTE },
  task10000: { title: 'all work per minute, 10,000 lines', ...PER_MINUTE },
  elements: { title: 'elements while playing, its own lines', ...COUNT },
  elements200: { title: 'elements, 200 lines', ...COUNT },
  elements10000: { title: 'elements, 10,000 lines', ...COUNT },
  usable200: { title: 'play usable, phone, 200 lines', ...MS },
  usable10000: { title: 'play usable, phone, 10,000 lines', ...MS },
} satisfies Record<string, Metric>;

export type MetricId = keyof typeof METRICS;

/** All samples of one player. */
export type Samples = Partial<Record<MetricId, readonly number[]>>;

/** Rows that compare two medians of the same player. */
const COMPARED: readonly { title: string; of: MetricId; with: MetricId; how: 'times' | 'more' }[] = [
  { title: 'elements, 10,000 lines against 200', of: 'elements10000', with: 'elements200', how: 'more' },
  { title: 'script per minute, 10,000 lines against 200', of: 'script10000', with: 'script200', how: 'times' },
  { title: 'play usable, 10,000 lines against 200', of: 'usable10000', with: 'usable200', how: 'times' },
];

const NOTHING = '–';
const round = (value: number, digits: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** `37 (35–41)`, or `9.1 / 11.4` where the tail is told. */
export function cellOf({ digits, unit, tail }: Metric, summary: Summary | undefined): string {
  if (!summary) return NOTHING;
  const told = (value: number) => round(value, digits);
  if (tail) return `${told(summary.median)} / ${told(summary.late)}`;
  // Of shares the mean says more than the middle, and samples are all or nothing.
  const isSame = told(summary.least) === told(summary.most);
  return isSame || unit === '%'
    ? told(summary.median)
    : `${told(summary.median)} (${told(summary.least)}–${told(summary.most)})`;
}

const meanOf = (samples: readonly number[]): number => samples.reduce((sum, value) => sum + value, 0) / samples.length;

function plainCell(id: MetricId, samples: readonly number[] = []): string {
  const metric: Metric = METRICS[id];
  if (metric.unit !== '%' || samples.length === 0) return cellOf(metric, summaryOf(samples));
  return round(meanOf(samples), metric.digits);
}

function comparedCell(row: (typeof COMPARED)[number], samples: Samples): string {
  const [one, other] = [summaryOf(samples[row.of] ?? []), summaryOf(samples[row.with] ?? [])];
  if (!one || !other) return NOTHING;
  if (row.how === 'times') return `${round(one.median / other.median, 2)} times`;
  const more = one.median - other.median;
  return `${more < 0 ? '' : '+'}${round(more, 0)}`;
}

/** The title of each row, and a cell for each player; rows of which nothing was measured are left out. */
export function rowsOf(players: readonly Samples[]): readonly (readonly string[])[] {
  const plain = (Object.keys(METRICS) as MetricId[]).map((id) => {
    const { title, unit }: Metric = METRICS[id];
    return [unit ? `${title} (${unit})` : title, ...players.map((samples) => plainCell(id, samples[id]))];
  });
  const compared = COMPARED.map((row) => [row.title, ...players.map((samples) => comparedCell(row, samples))]);
  return [...plain, ...compared].filter(([, ...cells]) => cells.some((cell) => cell !== NOTHING));
}

/** A table that can be read as it is, and pasted where Markdown is shown. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => [...row[column]!].length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}
