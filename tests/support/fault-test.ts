/** For tests in which the host of the site breaks: the site of all tests, behind a server that can answer wrongly. */
import { expect } from './expect';
import { serveWithFaults, type FaultyServer } from './faulty-server';
import { test as base } from './test';

/** The browser's own line about each answer that is wrong. What the page itself says still counts. */
const OF_THE_BROWSER = /^Failed to load resource: /;

export const test = base.extend<{ host: FaultyServer; forgiving: void }>({
  host: async ({ browserName }, use, { project }) => {
    // Playwright reads from this pattern what a fixture needs, and an empty one is no pattern to the linter.
    void browserName;
    const host = await serveWithFaults(project.use.baseURL!.replace(/\/$/, ''));
    await use(host);
    await host.stop();
  },
  baseURL: ({ host }, use) => use(host.address),
  forgiving: [
    async ({ site }, use) => {
      await use();
      const { problems } = site;
      problems.splice(0, problems.length, ...problems.filter((text) => !OF_THE_BROWSER.test(text)));
    },
    { auto: true },
  ],
});
export { expect };
