/** Reads the text files of an edition. Every name is relative to the root of the edition, with forward slashes on every system. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { problem, type Problem } from './problems';

export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** The text of a file. A byte order mark is left out: browsers skip it too, and Windows editors like to write it. */
export function readText(root: string, file: string, problems: Problem[], whyNeeded: string): TextFile | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, file));
  } catch {
    problems.push(problem('file-missing', { file, line: 1 }, { why: whyNeeded }));
    return undefined;
  }
  try {
    return { file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const at = firstBadByte(bytes);
    const line = bytes.subarray(0, at).reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 1);
    problems.push(problem('not-utf8', { file, line }, { byte: at + 1 }));
    return undefined;
  }
}

/** Where the longest well-formed beginning ends. */
function firstBadByte(bytes: Buffer): number {
  const isText = (length: number) => {
    try {
      // `stream` forgives a character that the cut goes through.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isText(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

export function isFile(root: string, file: string): boolean {
  return statSync(join(root, file), { throwIfNoEntry: false })?.isFile() ?? false;
}
