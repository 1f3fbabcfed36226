/** Which script of the element is pinned, as `/embed/integrity.json` tells: `{ "1.2.0": { "file": …, "integrity": … } }`. Pure. */

export interface PinnedScript {
  readonly version: string;
  /** Name in the folder `/embed/`. */
  readonly file: string;
  readonly integrity: string;
}

const FILE = /^dichterbij-film-[\w.-]+\.js$/;
const INTEGRITY = /^sha(?:256|384|512)-[A-Za-z0-9+/]+={0,2}$/;

/** The newest; undefined where there is none, or none that can be pasted into a page of somebody else. */
export function newestScript(published: unknown): PinnedScript | undefined {
  if (typeof published !== 'object' || published === null) return undefined;
  return Object.entries(published)
    .flatMap(([version, entry]: [string, unknown]) => scriptOf(version, entry) ?? [])
    .toSorted((one, other) => one.version.localeCompare(other.version, 'en', { numeric: true }))
    .at(-1);
}

function scriptOf(version: string, entry: unknown): PinnedScript | undefined {
  if (typeof entry !== 'object' || entry === null || !('file' in entry) || !('integrity' in entry)) return undefined;
  const { file, integrity } = entry;
  if (typeof file !== 'string' || typeof integrity !== 'string') return undefined;
  const name = file.split('/').at(-1)!;
  return FILE.test(name) && INTEGRITY.test(integrity) ? { version, file: name, integrity } : undefined;
}
