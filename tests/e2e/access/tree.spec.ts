/** What a screen reader is given, view by view and in both languages, kept as texts that people can read. */
import { eachView, threeLines } from '../../support/each-view';
import { labelsNotInNames } from '../../support/measures';
import { codes } from '../../support/site';
import { expect, test } from '../../support/test';

/** Long texts are kept by their beginning; addresses are not heard, and how large a site is changes with all of it. */
const readable = (tree: string, origin: string) =>
  tree
    .replaceAll(new URL(origin).host, 'site')
    .replace(/^ *- \/url:.*\n/gm, '')
    .replace(/\b\d+ MB\b/g, '… MB')
    .replace(/^(.{118}).{3,}$/gm, '$1…');

for (const { name, open } of eachView) {
  for (const language of codes) {
    test(`1.3.1, 4.1.2: the accessibility tree of ${name}, ${language}`, async ({ site, baseURL }) => {
      const page = await open(site, language);
      await threeLines(page);
      const tree = await page.locator('body').ariaSnapshot();
      // A host's clock runs.
      const still = name === 'presenting' ? tree.replace(/time: \d+:\d\d/g, 'time: 0:00') : tree;
      expect(readable(still, baseURL!)).toMatchSnapshot(['tree', `${name}.${language}.txt`]);
      await expect(page.locator('[role=alert], [aria-live=assertive]'), 'nothing interrupts').toHaveCount(0);
      expect(await labelsNotInNames(page), '2.5.3').toEqual([]);
      expect(await page.evaluate(() => [document.documentElement.lang, document.title === ''])).toEqual([
        language,
        false,
      ]);
    });
  }
}
