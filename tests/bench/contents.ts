/** The texts that the same film is shown with: those that it has, and two generated editions, of which one is ten hours long. */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readEdition } from '../../src/edition/read-edition';
import { lineText } from '../../src/timeline/line-text';
import { runChild } from '../../src/tools/run-child.mjs';
import { BIG, SMALL, writeBigEdition, type EditionSize } from '../support/big-edition';

export type ContentId = 'shipped' | 'cues200' | 'cues10000';

export interface Line {
  /** Of the cue. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Content {
  readonly id: ContentId;
  /** The built site. */
  readonly site: string;
  readonly title: string;
  readonly languages: readonly string[];
  /** Files of `public`, in the order that the edition prefers. */
  readonly sources: readonly { readonly file: string; readonly type: string }[];
  readonly poster: string;
  /** In the language of the page, by time. */
  readonly lines: readonly Line[];
  /** Where the film asks before it goes on, in seconds from and to. */
  readonly asks: readonly (readonly [from: number, to: number])[];
}

const LANGUAGE = 'nl';

async function build(root: string, site: string): Promise<void> {
  // Settings of the one who calls are for their own site.
  const env = { EDITION: '', EDITION_ROOT: root, OUT_DIR: site, SITE_URL: '', PARTNERS: '' };
  const { code, output } = await runChild(process.execPath, ['src/tools/build.mjs'], { env, keep: true });
  if (code !== 0) throw new Error(`The site of ${root} could not be built.\n${output}`);
}

const SIZES: Readonly<Record<Exclude<ContentId, 'shipped'>, EditionSize>> = { cues200: SMALL, cues10000: BIG };

/** Where the edition of a content is; the generated ones are written first. */
function rootOf(id: ContentId, folder: string): string {
  if (id === 'shipped') return resolve('.');
  const root = join(folder, `edition-${id}`);
  rmSync(root, { recursive: true, force: true });
  writeBigEdition(root, SIZES[id]);
  return root;
}

/** Builds the site of `id` below `folder`. */
export async function prepareContent(id: ContentId, folder: string): Promise<Content> {
  const root = rootOf(id, folder);
  const site = join(folder, `site-${id}`);
  const { edition, problems } = readEdition({ root });
  if (!edition) throw new Error(`The edition ${id} has problems: ${JSON.stringify(problems[0])}`);
  await build(root, site);
  const { data, texts } = edition;
  const { lines, words } = texts[LANGUAGE]!;
  const byId = new Map(data.cues.map((cue) => [cue.id, cue]));
  return {
    id,
    site,
    title: words.title,
    languages: [LANGUAGE, ...data.languages.filter((language) => language !== LANGUAGE)],
    sources: data.film.sources,
    poster: data.film.posters[0]!.file,
    lines: data.cues.map(({ id: cue, start, end }) => ({ id: cue, start, end, text: lineText(lines[cue]) })),
    asks: data.notes.map(({ from, to }) => [byId.get(from)!.start, byId.get(to)!.end]),
  };
}
