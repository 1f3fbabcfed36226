// `npm test`: every check of the project, in order, up to the first that fails. `npm test -- --only lint,unit` picks some of them.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { endWithNpm } from './end-with-npm.mjs';
import { installWhenNeeded } from './install.mjs';
import { endChildren, runChild } from './run-child.mjs';
import { stop } from './stop.mjs';

const REPORTS = resolve('.cache/reports');
const report = (name) => join(REPORTS, `${name}.json`);

/** A program of node_modules/.bin, by name and arguments. */
const tool = (...words) => [process.platform === 'win32' ? `${words[0]}.cmd` : words[0], ...words.slice(1)];
const node = (...words) => [process.execPath, ...words];

/** Passed, failed and skipped of each report, as its program counts them. */
const ofVitest = ({ numPassedTests, numFailedTests, numPendingTests = 0, numTodoTests = 0 }) => ({
  passed: numPassedTests,
  failed: numFailedTests,
  skipped: numPendingTests + numTodoTests,
});
const ofPlaywright = ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
});
const playwright = (name, project) => ({
  needsBrowser: true,
  opensPages: true,
  commands: [tool('playwright', 'test', '--project', project, '--reporter=list,json')],
  env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report(name) },
  count: ofPlaywright,
});

/** What goes together in one list runs two at a time, beside what waits most of its time; the lists run one after another. */
const STEPS = [
  [{ name: 'build', title: 'The build: npm run build', commands: [node('src/tools/build.mjs')] }],
  [
    {
      name: 'waits',
      title: 'Playwright, what takes time and little work: faults of the host, and watching on and on',
      waits: true,
      ...playwright('waits', 'waiting'),
    },
    { name: 'lint', title: 'ESLint', commands: [tool('eslint', '.', '--max-warnings', '0')] },
    { name: 'format', title: 'Prettier', commands: [tool('prettier', '--check', '--log-level', 'warn', '.')] },
    {
      name: 'types',
      title: 'svelte-check, the pure folders without the DOM, and the service worker with its own',
      commands: [
        tool('svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'),
        tool('tsc', '--project', 'src/timeline/tsconfig.json'),
        tool('tsc', '--project', 'src/programme/tsconfig.json'),
        tool('tsc', '--project', 'src/offline/worker/tsconfig.json'),
      ],
    },
    { name: 'unused', title: 'Knip', commands: [tool('knip', '--no-progress', '--treat-config-hints-as-errors')] },
    {
      name: 'imports',
      title: 'dependency-cruiser',
      commands: [tool('depcruise', '--output-type', 'err-long', 'src', 'tests', 'vite.config.ts')],
    },
  ],
  [
    {
      name: 'unit',
      title: 'Vitest: pure files in Node, components in the browser',
      needsBrowser: true,
      commands: [tool('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report('unit')}`)],
      count: ofVitest,
    },
  ],
  [
    {
      name: 'edition',
      title: 'The edition: npm run edition:check',
      commands: [node('src/tools/run.mjs', 'src/edition/check-command.ts')],
    },
  ],
  [{ name: 'again', title: 'A second build gives the same files', commands: [node('src/tools/build-again.mjs')] }],
  [
    {
      name: 'e2e',
      title: 'Playwright, on the built site',
      needsNginx: true,
      ...playwright('e2e', 'chromium'),
    },
  ],
];

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const heading = ({ name, title }) => console.log(`\n── ${name}: ${title}`);

async function runStep({ name, commands, env }, keep) {
  const since = performance.now();
  let output = '';
  for (const [command, ...args] of commands) {
    const result = await runChild(command, args, { keep, env });
    output += result.output;
    if (result.code !== 0) return { output, line: `✗ ${name} failed after ${seconds(since)}`, ok: false };
  }
  return { output, line: `✓ ${name} ${seconds(since)}`, ok: true };
}

/** Two at a time, beside what waits; what each says is shown when it ends. @returns the name of the first that failed */
async function runTogether(steps) {
  const busy = steps.filter(({ waits }) => !waits);
  let failed;
  const lane = async (queue) => {
    for (let step = queue.shift(); step && !failed; step = queue.shift()) {
      const { output, line, ok } = await runStep(step, true);
      if (failed) return;
      heading(step);
      if (!ok || output.trim()) process.stdout.write(`${output.trimEnd()}\n`);
      console.log(line);
      if (ok) continue;
      failed = step.name;
      endChildren();
    }
  };
  await Promise.all([...steps.filter(({ waits }) => waits).map((step) => lane([step])), lane(busy), lane(busy)]);
  return failed;
}

async function runAll(groups) {
  for (const steps of groups) {
    if (steps.length > 1) {
      const failed = await runTogether(steps);
      if (failed) return failed;
    } else
      for (const step of steps) {
        heading(step);
        const { line, ok } = await runStep(step, false);
        console.log(line);
        if (!ok) return step.name;
      }
  }
  return undefined;
}

function countTests() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, count } of STEPS.flat()) {
    if (!count) continue;
    try {
      for (const [key, number] of Object.entries(count(JSON.parse(readFileSync(report(name), 'utf8')))))
        total[key] += number;
    } catch {
      // The step didn't run, or ended before it wrote a report; then it is the failing step.
    }
  }
  return total;
}

function chosenSteps() {
  const names = STEPS.flat().map(({ name }) => name);
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' } } });
    const only = values.only?.split(',') ?? names;
    const unknown = only.find((name) => !names.includes(name));
    if (unknown !== undefined) stop(`There is no step "${unknown}". There are: ${names.join(', ')}.`);
    return STEPS.map((steps) => steps.filter(({ name }) => only.includes(name)));
  } catch (reason) {
    return stop(`${reason.message}`);
  }
}

const since = performance.now();
endWithNpm();
const groups = chosenSteps();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

await installWhenNeeded();
process.env.PATH = [resolve('node_modules/.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
// See build.mjs.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
if (groups.flat().some(({ needsBrowser }) => needsBrowser)) {
  const { browserForTests, shellForTests } = await import('./install-browser.mjs');
  const isNamed = process.env.BROWSER_PATH !== undefined;
  const browser = await browserForTests().catch((reason) => stop(reason.message));
  const opening = groups.flat().filter(({ opensPages }) => opensPages);
  const shell = isNamed || opening.length === 0 ? undefined : await shellForTests();
  process.env.BROWSER_PATH = browser;
  for (const { env } of opening) env.BROWSER_PATH = shell ?? browser;
  console.log(`Browser: ${browser}${shell ? `; for pages ${shell}` : ''}`);
  const { freePort } = await import('./serve.mjs');
  process.env.E2E_PORT = String(await freePort(Number(process.env.E2E_PORT) || 4329));
}
if (groups.flat().some(({ needsNginx }) => needsNginx)) {
  const { nginxForTests } = await import('./install-nginx.mjs');
  await nginxForTests().catch((reason) => stop(reason.message));
}

const failedStep = await runAll(groups);
const { passed, failed, skipped } = countTests();
console.log(`\n${failedStep ? `Stopped at ${failedStep}` : 'All is well'} after ${seconds(since)}.`);
if (skipped > 0) console.log(`${skipped} skipped`);
// A step that fails without a failing test, as lint does, counts as one.
console.log(`${passed} passed, ${failed || (failedStep ? 1 : 0)} failed`);
process.exitCode = failedStep ? 1 : 0;
