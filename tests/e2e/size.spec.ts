/** What each kind of page costs before anybody presses anything, and once it is awake: bytes as a host sends them, packed with gzip. */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { addressOf } from '../support/site';
import { edition } from '../support/shipped-edition';
import type { ViewName } from '../../src/navigation/address';

const folder = process.env['OUT_DIR'] || 'dist';
const KIB = 1024;
const bytesOf = (content: string | Buffer) => gzipSync(content, { level: 9 }).length;
const packed = (file: string) => bytesOf(readFileSync(posix.join(folder, file)));
/** The styles of a page stand in it. */
const STYLES = /<style>.*?<\/style>/gs;

interface Cost {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  /** What comes when somebody comes near. */
  readonly app: number;
}

function costOf(view: ViewName, language: string): Cost {
  const id = { portrait: edition.data.people[0]!.id, theme: edition.data.themes[0]!.id }[view as string];
  const page = `${addressOf({ view, language, ...(id !== undefined && { id }) })}index.html`;
  const html = readFileSync(posix.join(folder, page), 'utf8');
  const named = [...html.matchAll(/(?<!disabled )(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, file]) =>
    posix.join(posix.dirname(page), file!),
  );
  const parts = /"parts":(\[[^\]]*\])/.exec(html)?.[1] ?? '[]';
  const sum = (files: readonly string[]) => [...new Set(files)].reduce((bytes, file) => bytes + packed(file), 0);
  return {
    html: bytesOf(html.replace(STYLES, '')),
    css: bytesOf(html.match(STYLES)!.join('')) + sum(named.filter((file) => file.endsWith('.css'))),
    js: sum(named.filter((file) => file.endsWith('.js'))),
    app: sum(JSON.parse(parts) as string[]),
  };
}

/** KiB at most. Who needs more has to find it elsewhere, or change a line here and say why. */
const BUDGETS: Readonly<Partial<Record<ViewName, readonly [html: number, css: number, js: number, app: number]>>> = {
  film: [16, 15, 4, 135],
  portrait: [9, 14, 4, 132],
  portraits: [5, 14, 4, 124],
  theme: [5.5, 14, 4, 126],
  themes: [5, 14, 4, 124],
  // With its accessibility statement: all of its 64 points can be read without a script.
  // And with what lets a first frame go before, and a line hear of itself alone.
  about: [11.5, 14, 134.5, 0],
  embed: [3, 3, 10, 132],
  host: [4, 18, 157, 0],
  room: [3, 14, 136, 0],
  handout: [8, 15, 134, 0],
  'embed-maker': [9, 16, 146, 0],
};

for (const [view, [html, css, js, app]] of Object.entries(BUDGETS))
  test(`a page "${view}" keeps to its budget`, () => {
    for (const language of edition.data.languages) {
      const cost = costOf(view as ViewName, language);
      const most: Cost = { html, css, js, app };
      for (const kind of Object.keys(most) as (keyof Cost)[])
        expect(cost[kind] / KIB, `${kind} in "${language}", KiB`).toBeLessThanOrEqual(most[kind]);
    }
  });
