/** What the command is told to do. */
import { parseArgs } from 'node:util';
import { PLAYERS, type PlayerId } from './players';

export const MEASURES = ['load', 'usable', 'play', 'lines', 'seek', 'press-line', 'script'] as const;
export type Measure = (typeof MEASURES)[number];

export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface Options {
  readonly runs: number;
  readonly players: readonly PlayerId[];
  readonly measures: readonly Measure[];
  /** How long a film plays while the work of its page is counted. */
  readonly seconds: number;
  /** Lines that are waited for in each run, at each speed. */
  readonly lines: number;
  readonly encoding: Encoding;
  /** Where the figures are written. */
  readonly out: string | undefined;
  readonly help: boolean;
}

export const USAGE = `npm run bench -- [choices]
  --runs 5            of each measure, one of every player after the other
  --only ours,plyr    players: ${Object.keys(PLAYERS).join(', ')}
  --measures load     what to measure: ${MEASURES.join(', ')}
  --seconds 30        of playing, for what a player costs
  --lines 12          for each run and speed
  --encoding br       how the host packs what it sends: ${ENCODINGS.join(' or ')}
  --out <file>        where to write the figures as JSON (usual: .cache/bench/<date>.json)`;

function chosen<Name extends string>(what: string, given: string | undefined, known: readonly Name[]): readonly Name[] {
  if (given === undefined) return known;
  const names = given.split(',');
  const unknown = names.find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`There is no ${what} "${unknown}". There are: ${known.join(', ')}.`);
  // In the order of the table, whatever order they are named in.
  return known.filter((name) => names.includes(name));
}

function count(name: string, given: string): number {
  const number = Number(given);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`--${name} ${given} is not a whole number above 0.`);
}

/** Throws with what is wrong, for people. */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '5' },
      only: { type: 'string' },
      measures: { type: 'string' },
      seconds: { type: 'string', default: '30' },
      lines: { type: 'string', default: '12' },
      encoding: { type: 'string', default: 'br' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    runs: count('runs', values.runs),
    players: chosen('player', values.only, Object.keys(PLAYERS) as PlayerId[]),
    measures: chosen('measure', values.measures, MEASURES),
    seconds: count('seconds', values.seconds),
    lines: count('lines', values.lines),
    encoding: chosen('encoding', values.encoding, ENCODINGS)[0]!,
    out: values.out,
    help: values.help,
  };
}
