// Builds the site a second time, from nothing, in another folder, time zone and language, and stops when any file is not the same as in
// the first. Whoever has the code can so see that a site is made from it and from nothing else.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTENT, contentFolder, OURS, root, siteFolder, siteName } from './build.mjs';
import { compareFolders } from './compare-folders.mjs';
import { runChild } from './run-child.mjs';
import { stop } from './stop.mjs';

// In Turkish an "i" has another capital, and the islands are 45 minutes off the hour.
const ELSEWHERE = { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

if (!existsSync(join(siteFolder(), 'index.html')))
  stop(`There is no site in ${siteName()} to compare with; \`npm run build\` makes it.`);

const folder = mkdtempSync(join(tmpdir(), 'dichterbij-again-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const content = join(folder, 'edition');
mkdirSync(content);
for (const name of OURS) cpSync(join(root, name), join(folder, name), { recursive: true });
for (const name of CONTENT) cpSync(join(contentFolder(), name), join(content, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');

const { code, output } = await runChild(process.execPath, [join(folder, 'src/tools/build.mjs')], {
  cwd: folder,
  env: { ...ELSEWHERE, EDITION_ROOT: content, OUT_DIR: join(folder, 'site') },
  keep: true,
});
if (code !== 0) stop(`The second build failed with code ${code}.\n${output.trim()}`);

const { count, differences } = compareFolders(siteFolder(), join(folder, 'site'));
if (differences.length > 0)
  stop(`Of ${count} files ${differences.length} are not the same in two builds.\n${differences.join('\n')}`);
console.log(`Two builds gave the same ${count} files.`);
