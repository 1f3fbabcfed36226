import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PageStyles, selfContained } from './page-styles';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'styles-'));
  for (const name of ['base', 'shell', 'view', 'other'])
    writeFileSync(join(folder, `${name}.css`), `.${name}{color:red}`);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('are what the shell has and what the page has more, each once, in their order', () => {
  const styles = new PageStyles(folder);
  expect(styles.take(['base.css', 'shell.css'], ['base.css', 'shell.css', 'view.css'])).toEqual({
    texts: ['.base{color:red}\n.shell{color:red}', '.view{color:red}'],
    files: ['base.css', 'shell.css', 'view.css'],
  });
  expect(styles.take(['base.css'], ['base.css']).texts).toEqual(['.base{color:red}']);
});

test('are named as a policy does, and the same styles once', () => {
  const styles = new PageStyles(folder);
  const { texts } = styles.take(['base.css'], ['base.css', 'view.css']);
  styles.take(['base.css'], ['base.css', 'other.css']);
  expect(styles.hashes).toHaveLength(3);
  for (const text of texts)
    expect(styles.hashes).toContain(`sha256-${createHash('sha256').update(text).digest('base64')}`);
});

test('stop the build where they would mean something else in a page, with their file', () => {
  for (const text of [
    '.a{background:url(b.png)}',
    '.a{background:url("./b.png")}',
    "@import 'b.css';",
    '.a{content:"</style>"}',
    '.a{}\r\n.b{}',
  ])
    expect(() => selfContained('assets/a.css', text), text).toThrow(
      /^assets\/a\.css: styles are written into the pages/,
    );
  for (const text of ['.a{mask:url("data:image/svg+xml,%3Csvg/%3E")}', '.a{clip-path:url(#arch)}', '.url{}'])
    expect(selfContained('assets/a.css', text)).toBe(text);
});
