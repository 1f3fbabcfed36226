/**
 * What may stand in a `:has`. With an attribute in it, a rule is looked at again whenever an element with that attribute comes in, and with
 * `:not` whenever any element does: with each line of a film that plays. See "Fast" in DECISIONS.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Papers: nothing comes and goes in them. */
const STILL = /^views.handout./;

const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /[.](svelte|css)$/.test(file) && !STILL.test(file))
  .map((file) => ({ file, styles: readFileSync(join('src', file), 'utf8').replace(/^[^]*<style>/, '') }));

/** What stands between the brackets of each `:has`. */
function hasParts(styles: string): string[] {
  return [...styles.matchAll(/:has\(/g)].map(({ index }) => {
    let depth = 0;
    const from = index + ':has'.length;
    for (let at = from; at < styles.length; at += 1) {
      if (styles[at] === '(') depth += 1;
      if (styles[at] === ')' && --depth === 0) return styles.slice(from + 1, at);
    }
    throw new Error('A bracket of :has is not closed.');
  });
}

test('in a :has stand no attributes, and nothing that is not', () => {
  const found = sheets.flatMap(({ file, styles }) => hasParts(styles).map((part) => `${file}: ${part}`));
  expect(found.length).toBeGreaterThan(5);
  expect(found.filter((part) => /\[|:not\(/.test(part))).toEqual([]);
});
