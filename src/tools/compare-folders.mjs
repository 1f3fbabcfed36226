// Compares two folders, file by file and byte by byte.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** How much of each file is shown around the place where they part. */
const SHOWN = 60;

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

const around = (content, place) =>
  JSON.stringify(content.subarray(Math.max(0, place - SHOWN / 2), place + SHOWN / 2).toString('latin1'));

/** @returns a line for people, or nothing when they are the same */
function difference(one, other) {
  if (one.equals(other)) return undefined;
  const shorter = Math.min(one.length, other.length);
  let place = 0;
  while (place < shorter && one[place] === other[place]) place += 1;
  return `differs from byte ${place} on:\n    ${around(one, place)}\n    ${around(other, place)}`;
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {{ count: number, differences: string[] }} the number of files, and a line for each that is not the same in both
 */
export function compareFolders(one, other) {
  const [ours, theirs] = [filesIn(one), filesIn(other)];
  const names = [...new Set([...ours, ...theirs])].sort();
  const differences = names.flatMap((name) => {
    if (!theirs.includes(name)) return [`${name} is only in ${one}`];
    if (!ours.includes(name)) return [`${name} is only in ${other}`];
    const found = difference(readFileSync(join(one, name)), readFileSync(join(other, name)));
    return found === undefined ? [] : [`${name} ${found}`];
  });
  return { count: names.length, differences };
}
