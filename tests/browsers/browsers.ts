/** `npm run test:browsers`: the same smoke of the built site in every engine that is on this machine. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from '../../src/tools/serve.mjs';
import { ENGINES, type Engine } from './engines';
import {
  browsersOwnBack,
  otherLanguage,
  overlays,
  playsFromRest,
  subtitleToPortraitAndBack,
  transcript,
} from './film-smoke';
import { noSidewaysScroll } from './layout-smoke';
import { keptUntilForgotten } from './memory-smoke';
import type { Stage } from './stage';
import { must } from './until';
import { serveWatched, type WatchedSite } from './watched-site';
import { Window } from './window';
import { filmsGoTogether, hostMovesRoom } from './workshop-smoke';

const PICTURES = '.cache/browsers';
const FIRST_PORT = 4360;

const SMOKE: readonly (readonly [what: string, part: (stage: Stage) => Promise<void>])[] = [
  ['the film page rests, and plays at a press', playsFromRest],
  ['chapter and quote appear when their line begins', overlays],
  ['from a subtitle to the portrait, and back to the moment', subtitleToPortraitAndBack],
  ['the browser’s own back button', browsersOwnBack],
  ['the text of the film: the line of the moment, and a press on another', transcript],
  ['the other language keeps the moment', otherLanguage],
  ['what was set and where it was left is there at the next visit, until all is forgotten', keptUntilForgotten],
  ['host and room in two windows', hostMovesRoom],
  ['the films of host and room go together', filmsGoTogether],
  ['no view goes sideways at 360 and 1440 pixels', noSidewaysScroll],
];

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs all parts, as each begins by itself: one that fails hides no other. Gives how many failed. */
async function smokeOf(engine: Engine, parts: typeof SMOKE, site: WatchedSite): Promise<number> {
  const browser = await engine.open();
  console.log(`\n── ${engine.name} ${browser.version}`);
  const folder = resolve(PICTURES, engine.id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const address = site.address.replace(/\/$/, '');
  let failed = 0;
  try {
    const window = new Window(browser.wire.send, (await browser.wire.send('GetWindowHandle')) as string);
    await window.resize(1280, 900);
    for (const [what, part] of parts) {
      const since = performance.now();
      const notes: string[] = [];
      const stage: Stage = {
        site: address,
        window,
        note: (text) => notes.push(text),
        pictureFile: (name) => join(folder, `${name}.png`),
      };
      try {
        await part(stage);
        // What a page tells at its end is on its way until the next one is there.
        await window.open('about:blank');
        const problems = [...site.takeProblems(), ...(await browser.ownProblems(site.address))];
        must(problems.length === 0, `Pages complained:\n    ${problems.join('\n    ')}`);
        console.log(`  ✓ ${what} (${[...notes, seconds(since)].join('; ')})`);
      } catch (reason) {
        failed += 1;
        console.log(`  ✗ ${what} (${seconds(since)})\n    ${(reason as Error).message}`);
        for (const problem of site.takeProblems()) console.log(`    page: ${problem}`);
        await window.photograph(stage.pictureFile(`failed-${failed}`)).catch(() => undefined);
      }
    }
  } finally {
    await browser.end();
  }
  return failed;
}

/** What has to be installed for the engine to run; the first says whether it is there at all. */
const missingOf = ({ needs }: Engine): readonly string[] =>
  needs.filter(({ isThere }) => !isThere()).map((need) => need.package);

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, part: { type: 'string', default: '' } },
  });
  const parts = SMOKE.filter(([what]) => what.includes(values.part));
  const wanted = values.only?.split(',') ?? ENGINES.map(({ id }) => id);
  const unknown = wanted.filter((id) => !ENGINES.some((engine) => engine.id === id));
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. The engines are ${ENGINES.map(({ id }) => id).join(', ')}.`);
    return 1;
  }
  const site = await serveWatched(
    resolve(process.env['OUT_DIR'] || 'dist'),
    await freePort(Number(process.env['PORT']) || FIRST_PORT),
  );
  const results: string[] = [];
  let passed = 0;
  let failed = 0;
  for (const engine of ENGINES.filter(({ id }) => wanted.includes(id))) {
    const missing = missingOf(engine);
    if (missing.length > 0) {
      results.push(`– ${engine.name}: did not run, as this is not there: apt-get install ${missing.join(' ')}`);
      continue;
    }
    const failures = await smokeOf(engine, parts, site).catch((reason: Error) => {
      console.log(`  ✗ ${engine.name} could not be had to the end: ${reason.message}`);
      return parts.length;
    });
    failed += failures;
    passed += parts.length - failures;
    const share = `${parts.length - failures} of ${parts.length}`;
    results.push(`${failures === 0 ? '✓' : '✗'} ${engine.name}: ${share} passed`);
  }
  await site.stop();
  console.log(`\n${results.join('\n')}\nPictures to look at: ${PICTURES}/\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
