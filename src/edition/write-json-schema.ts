/** Writes the JSON Schemas that editors complete and check against while a maker types: `npm run edition:schema`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { format, resolveConfig } from 'prettier';
import { MANIFESTS } from './choose-edition';
import { FilmSchema, MARKUP, WordsSchema } from './schema';

type Convertible = Parameters<typeof toJsonSchema>[0];

const SCHEMAS: Readonly<Record<string, { readonly title: string; readonly schema: Convertible }>> = {
  [`${MANIFESTS}/edition.schema.json`]: { title: 'film.json of an edition', schema: FilmSchema },
  [`${MANIFESTS}/words.schema.json`]: { title: 'words.<language>.json of an edition', schema: WordsSchema },
};

/** The text of each file, by its name. Anything that JSON Schema cannot say stops it, so that no rule is lost unseen. */
export async function makeJsonSchemas(root: string): Promise<Record<string, string>> {
  const made: Record<string, string> = {};
  for (const [file, { title, schema }] of Object.entries(SCHEMAS)) {
    const converted = toJsonSchema(schema, {
      target: 'draft-07',
      typeMode: 'input',
      // Spaces around a text do no harm.
      ignoreActions: ['trim'],
      overrideAction: ({ valibotAction, jsonSchema }) =>
        valibotAction.type === 'check' ? { ...jsonSchema, not: { pattern: MARKUP.source } } : undefined,
    });
    const { $schema, ...rest } = converted;
    const text = JSON.stringify({ $schema, title, $comment: 'Generated from src/edition/schema.ts.', ...rest });
    made[file] = await format(text, { ...(await resolveConfig(join(root, file))), plugins: [], parser: 'json' });
  }
  return made;
}

export async function run(): Promise<number> {
  const root = process.cwd();
  for (const [file, text] of Object.entries(await makeJsonSchemas(root))) {
    await mkdir(join(root, MANIFESTS), { recursive: true });
    await writeFile(join(root, file), text);
    process.stdout.write(`${file}\n`);
  }
  return 0;
}
