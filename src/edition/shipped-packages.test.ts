import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { licenceOf, originOf, shippedPackages, type Built } from './shipped-packages';

test.each([
  ['/site/src/main.ts', 'ours'],
  ['C:\\site\\src\\main.ts', 'ours'],
  ['\0virtual:edition/text/nl', 'ours'],
  ['/site/node_modules/svelte/src/index.js', { folder: '/site/node_modules/svelte' }],
  ['/site/node_modules/@videojs/xhr/lib/index.js?v=1', { folder: '/site/node_modules/@videojs/xhr' }],
  ['\0/site/node_modules/global/window.js?commonjs-module', { folder: '/site/node_modules/global' }],
  ['/site/node_modules/a/node_modules/@b/c/d.js', { folder: '/site/node_modules/a/node_modules/@b/c' }],
  ['C:\\site\\node_modules\\@b\\c\\d.js', { folder: 'C:\\site\\node_modules\\@b\\c' }],
  ['\0vite/preload-helper.js', { tool: 'vite' }],
  ['__vite-browser-external', { tool: 'vite' }],
  ['\0rolldown/runtime.js', { tool: 'rolldown' }],
  ['\0some-plugin/helper', 'unknown'],
])('%j is of %j', (id, origin) => expect(originOf(id)).toEqual(origin));

test.each([
  [{ license: 'MIT' }, 'MIT'],
  [{ license: { type: 'BSD' } }, 'BSD'],
  [{ licenses: [{ type: 'MIT' }, { type: 'GPL-2.0' }] }, '(MIT OR GPL-2.0)'],
  [{ license: ' ' }, undefined],
  [{}, undefined],
])('%j says %j', (manifest, licence) => expect(licenceOf(manifest)).toBe(licence));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipped-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the bundler tells which packages have code in a file, also those of packages, and no others', async () => {
  const put = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const manifest = (name: string, more = {}) => JSON.stringify({ name, version: '1.2.3', main: 'index.js', ...more });
  put('node_modules/outer/package.json', manifest('outer', { license: 'MIT', homepage: 'https://outer.example' }));
  put('node_modules/outer/index.js', "export { inner } from '@in/inner'; export const outer = () => document.URL;");
  put('node_modules/@in/inner/package.json', manifest('@in/inner'));
  put('node_modules/@in/inner/index.js', "export const inner = () => import('../../../later.js');");
  put('node_modules/unused/package.json', manifest('unused'));
  put('node_modules/unused/index.js', 'export const unused = 1;');
  put('later.js', 'export const later = document.title;');
  put(
    'main.js',
    "import { inner, outer } from 'outer'; import { unused } from 'unused'; console.log(outer(), await inner());",
  );
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    build: {
      write: false,
      rolldownOptions: { input: join(folder, 'main.js'), treeshake: { moduleSideEffects: false } },
    },
  });
  const list = shippedPackages([built]);
  expect(list.map(({ name, version, licence, isTool }) => [name, version, licence, isTool])).toEqual([
    ['@in/inner', '1.2.3', undefined, false],
    ['outer', '1.2.3', 'MIT', false],
    ['vite', expect.stringMatching(/^\d/), 'MIT', true],
  ]);
  expect(list[1]!.homepage).toBe('https://outer.example');
});

test('a build of which the bundler tells nothing is not taken for one without packages', () => {
  expect(() => shippedPackages([])).toThrow('names no package');
});

test('code of nobody knows whom is told', () => {
  const built = [{ output: [{ type: 'chunk', moduleIds: ['\0some-plugin/helper'] }] }] as unknown as Built;
  expect(() => shippedPackages([built])).toThrow(/^"\\u0000some-plugin\/helper" is in the site/);
});
