// Which browser a tool of this project drives: the one that BROWSER_PATH names, the system's Chromium or Chrome, or Playwright's own.
// Node built-ins only, so that it runs before anything is installed.
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Chromium without windows and what belongs to them: the same engine, which starts and opens pages in less time. */
const SHELL = 'chromium-headless-shell';

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where Playwright would put its own; it may not be there. */
function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)('playwright-core').chromium.executablePath();
  } catch {
    return undefined;
  }
}

/**
 * @param {{ shell?: boolean }} [wishes] `shell`: rather the one without windows, where there is one
 * @returns {string | undefined} the path of a browser
 */
export function findBrowser({ shell = false } = {}) {
  const named = process.env.BROWSER_PATH;
  if (named) {
    if (canRun(named)) return named;
    throw new Error(`BROWSER_PATH names ${named}, which is no program that can be run.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = [...(shell ? [SHELL] : []), ...NAMES].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...paths, playwrightsOwn()].find((path) => path && canRun(path));
}
