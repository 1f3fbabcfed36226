import { test as base } from '@playwright/test';
import { expect } from './expect';
import { Site } from './site';

/** Every test fails when the page writes an error or a warning, even if all else goes well. What a policy stops is an error. */
export const test = base.extend<{ site: Site }>({
  site: [
    async ({ page }, use) => {
      const site = new Site(page);
      await use(site);
      expect(site.problems, 'errors and warnings of the page').toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };
