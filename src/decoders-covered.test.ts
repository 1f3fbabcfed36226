/** Whatever reads what comes from elsewhere is given hostile values: a new reader needs a test of properties before it can come along. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const READER = /export (?:async )?(?:const|function) ((?:decode|parse|read)[A-Z]\w*|createAddressBook|sliceOf)\b/g;
/** Its words come from nobody else. */
const EXCEPT: Readonly<Record<string, string>> = {
  readEdition: 'goes through every file: captions-mutated.test.ts breaks those',
  readSources: 'the same',
  readText: 'the same',
  readInline: 'is what parseArticle reads the words with',
  readWords: 'is what parseCaptions reads the words with',
  readElement: 'reads the state of the element of the page itself',
  readPart: "fetches a part of the film from the page's own cache, by its length",
  readKept: 'fetches the note that decodeKept reads',
  readPageAtRest: 'reads what the build has written, into the very page that has it',
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name))
  .filter((name) => name.endsWith('.ts') && !name.startsWith(join('src', 'tools')));
const contentOf = (name: string) => readFileSync(name, 'utf8');

test('every reader has a test of its properties', () => {
  const tests = files
    .filter((name) => name.endsWith('.property.test.ts'))
    .map(contentOf)
    .join('\n');
  const readers = files
    .filter((name) => !name.includes('.test.'))
    .flatMap((name) => [...contentOf(name).matchAll(READER)].map(([, reader]) => reader!));
  expect(readers.length).toBeGreaterThan(30);
  expect(Object.keys(EXCEPT).filter((name) => !readers.includes(name))).toEqual([]);
  const missing = readers.filter((name) => !(name in EXCEPT) && !new RegExp(`\\b${name}\\b\\(?`).test(tests));
  expect(missing).toEqual([]);
});
