import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeJsonSchemas } from './write-json-schema';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the schemas for editors are those that src/edition/schema.ts makes (npm run edition:schema)', async () => {
  for (const [file, text] of Object.entries(await makeJsonSchemas(root)))
    expect(readFileSync(`${root}/${file}`, 'utf8'), file).toBe(text);
});
