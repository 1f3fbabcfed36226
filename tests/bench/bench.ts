/** `npm run bench`: ours and the other players, on the same film and texts, one after the other, and a table of what they cost. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import type { Browser } from 'playwright';
import { freePort } from '../../src/tools/serve.mjs';
import { openBrowser } from './browser';
import { prepareContent, type Content, type ContentId } from './contents';
import { serveAll } from './host';
import { measureLines, measureSeek } from './measures/lines';
import { measureLoad } from './measures/load';
import { measurePlay } from './measures/play';
import { measurePressLine } from './measures/press-line';
import { measureScript } from './measures/script';
import type { Found, Subject } from './measures/subject';
import { measureUsable } from './measures/usable';
import { rowsOf, tableOf, type Samples } from './metrics';
import { optionsOf, USAGE, type Measure, type Options } from './options';
import { writePeerPages } from './peer-pages';
import { PLAYERS, type PlayerId } from './players';

const FOLDER = '.cache/bench';
const FIRST_PORT = 4390;
const ALL: readonly ContentId[] = ['shipped', 'cues200', 'cues10000'];

/** With which texts each measure is taken. */
const TEXTS: Readonly<Record<Measure, readonly ContentId[]>> = {
  load: ['shipped'],
  usable: ALL,
  play: ['shipped'],
  lines: ['shipped'],
  seek: ['shipped'],
  'press-line': ['shipped'],
  script: ALL,
};

interface Report {
  readonly date: string;
  browser: string;
  readonly node: string;
  readonly cores: number;
  readonly options: Options;
  /** As installed, by player. */
  readonly versions: Partial<Record<PlayerId, string>>;
  readonly samples: Record<string, Record<string, number[]>>;
  /** What could not be measured, and why. */
  readonly failures: string[];
}

function versionOf(id: PlayerId): string {
  const name = PLAYERS[id].package;
  const file = name === undefined ? 'package.json' : join('tests/bench/node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

const measured = (browser: Browser, measure: Measure, subject: Subject, options: Options, run: number) =>
  ({
    load: () => measureLoad(browser, subject),
    usable: () => measureUsable(browser, subject),
    play: () => measurePlay(browser, subject),
    lines: () => measureLines(browser, subject, options.lines, run),
    seek: () => measureSeek(browser, subject, options.lines, run),
    'press-line': () => measurePressLine(browser, subject),
    script: () => measureScript(browser, subject, options.seconds),
  })[measure]();

function keep(report: Report, player: PlayerId, found: Found): void {
  const samples = (report.samples[player] ??= {});
  for (const [metric, values] of Object.entries(found)) (samples[metric] ??= []).push(...values);
}

/** What is told below the figures. */
function notesOf({ players }: Options, { versions, failures }: Report): string {
  const notes = players.map((id) => {
    const { name, does, doesNot } = PLAYERS[id];
    return `- ${name} ${versions[id]}: ${does}.${doesNot ? ` Not: ${doesNot}.` : ''}`;
  });
  return [...notes, ...failures.map((failure) => `- Not measured: ${failure}`)].join('\n');
}

function told(options: Options, report: Report): string {
  const samples = options.players.map((id) => (report.samples[id] ?? {}) as Samples);
  const head = ['median (least–most)', ...options.players.map((id) => PLAYERS[id].name)];
  return `${tableOf(head, rowsOf(samples))}\n\n${notesOf(options, report)}`;
}

async function measureAll(
  options: Options,
  origin: string,
  contents: readonly Content[],
  report: Report,
  file: string,
) {
  let browser = await openBrowser();
  report.browser = browser.version();
  const addressOf = (id: PlayerId, content: Content) =>
    `${origin}/${id === 'ours' ? `ours/${content.id}` : `peers/${id}/${content.id}`}/${PLAYERS[id].page}`;
  const take = async (measure: Measure, id: PlayerId, content: Content, run: number) => {
    const subject = { player: PLAYERS[id], content, address: addressOf(id, content) };
    // A browser that has gone down takes what it was measuring with it, and no more.
    if (!browser.isConnected()) browser = await openBrowser();
    try {
      return await measured(browser, measure, subject, options, run);
    } catch (reason) {
      // One player that does not answer must not cost what was measured of the others in an hour.
      const [line] = (reason as Error).message.split('\n');
      report.failures.push(`${measure} of ${subject.player.name}, ${content.id}, run ${run + 1}: ${line}`);
      console.error(report.failures.at(-1));
      return {};
    }
  };
  // Once without counting: the host packs what is asked for the first time.
  for (const content of contents) for (const id of options.players) await take('usable', id, content, 0);
  for (let run = 0; run < options.runs; run++) {
    for (const measure of options.measures)
      for (const content of contents.filter(({ id }) => TEXTS[measure].includes(id)))
        for (const id of options.players) keep(report, id, await take(measure, id, content, run));
    writeFileSync(file, JSON.stringify(report, null, 2));
    console.log(`Run ${run + 1} of ${options.runs} is done.`);
  }
  await browser.close();
}

export async function run(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (options.help) return (console.log(USAGE), 0);
  const wanted = ALL.filter((id) => options.measures.some((measure) => TEXTS[measure].includes(id)));
  // Whoever runs TypeScript by Vite works in its development mode; what is measured is what people get.
  process.env['NODE_ENV'] = 'production';
  console.log('Building the sites and the pages of the others …');
  const contents: Content[] = [];
  for (const id of wanted) contents.push(await prepareContent(id, resolve(FOLDER)));
  const peers = resolve(FOLDER, 'peers');
  await writePeerPages(peers, contents);
  const mounts = [
    ...contents.map(({ id, site }) => ({ prefix: `/ours/${id}/`, folder: site })),
    { prefix: '/peers/', folder: peers },
  ];
  const host = await serveAll(mounts, await freePort(Number(process.env['PORT']) || FIRST_PORT), options.encoding);
  const date = new Date().toISOString();
  const file = resolve(options.out ?? join(FOLDER, `${date.slice(0, 19).replaceAll(':', '')}.json`));
  mkdirSync(dirname(file), { recursive: true });
  const report: Report = {
    date,
    browser: '',
    node: process.version,
    cores: availableParallelism(),
    options,
    versions: Object.fromEntries(options.players.map((id) => [id, versionOf(id)])),
    samples: {},
    failures: [],
  };
  await measureAll(options, host.origin, contents, report, file);
  host.close();
  console.log(`\n${told(options, report)}\n\nAll samples: ${relative('.', file)}`);
  return report.failures.length > 0 ? 1 : 0;
}
