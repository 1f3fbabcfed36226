/** Which edition is meant: the one that is named, the one that package.json ships, or the only one there is. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { problem, type Problem } from './problems';
import { ID_PATTERN } from './schema';

export const MANIFESTS = 'media-manifests';

export function chooseEdition(root: string, named: string | undefined, problems: Problem[]): string | undefined {
  const here = namesIn(root, MANIFESTS, 'folder').filter((name) => ID_PATTERN.test(name));
  const [first, ...more] = here;
  if (first === undefined) {
    problems.push(problem('no-editions', { file: MANIFESTS, line: 1 }));
    return undefined;
  }
  const shipped = named ? undefined : shippedEdition(root);
  const wanted = named || shipped;
  if (wanted) {
    if (here.includes(wanted)) return wanted;
    const file = shipped ? 'package.json' : MANIFESTS;
    problems.push(problem('unknown-edition', { file, line: 1 }, { edition: wanted, editions: here.join(', ') }));
    return undefined;
  }
  if (!more.length) return first;
  problems.push(problem('choose-edition', { file: MANIFESTS, line: 1 }, { editions: here.join(', '), first }));
  return undefined;
}

/** `"dichterbij": { "edition": "…" }` of package.json. Another folder of editions often has no package.json, or one of its own. */
function shippedEdition(root: string): string | undefined {
  try {
    const content = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dichterbij?: { edition?: unknown };
    } | null;
    const edition = content?.dichterbij?.edition;
    return typeof edition === 'string' ? edition : undefined;
  } catch {
    return undefined;
  }
}

/** The names in a folder, sorted, so that every machine goes through them in the same order. Links count as what they lead to. */
export function namesIn(root: string, folder: string, kind: 'file' | 'folder'): string[] {
  const is = (name: string) => {
    const found = statSync(join(root, folder, name), { throwIfNoEntry: false });
    return kind === 'file' ? found?.isFile() : found?.isDirectory();
  };
  try {
    return readdirSync(join(root, folder)).filter(is).sort();
  } catch {
    return [];
  }
}
