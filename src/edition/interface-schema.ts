/**
 * The shape of the interface's words in one language: `src/language/words/<language>.json` of the project, or `interface.<language>.json`
 * of an edition that brings a language of its own. Which texts there have to be is checked against the Dutch file.
 */
import * as v from 'valibot';
import { MARKUP } from './schema';

const text = v.pipe(
  v.string(),
  v.nonEmpty('this text is empty'),
  v.maxLength(1200),
  v.check((words) => !MARKUP.test(words), 'write plain text, without markup such as <b>'),
);
const short = (most: number) => v.pipe(text, v.maxLength(most));
const address = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'use lower-case letters, digits and hyphens'));

/** As deep as the groups are; a file that goes deeper is refused before anything goes through it. */
const DEEPEST = 6;
type Group = { readonly [name: string]: string | Group };
const group = (depth: number): v.GenericSchema<Group> =>
  v.record(
    v.string(),
    depth === 0 ? text : v.union([text, group(depth - 1)], 'write a text here, or a group of texts between { and }'),
  );

export const InterfaceSchema = v.objectWithRest(
  {
    digits: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{3,8}$/, 'use a name of Unicode such as "arab" or "latn"'))),
    region: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'use the two letters of a country such as "GB"'))),
    language: v.strictObject({
      /** For who reads the file next: who wrote it, who still has to look at it. */
      note: v.optional(short(300)),
      name: short(40),
      short: short(6),
      address: v.strictObject({
        portraits: address,
        themes: address,
        about: address,
        handout: address,
        'embed-maker': address,
        host: address,
        room: address,
      }),
    }),
  },
  group(DEEPEST),
);

export type InterfaceFile = v.InferOutput<typeof InterfaceSchema>;

/** What stands in the file besides its texts. */
const BESIDES: readonly string[] = ['language', 'digits', 'region'];

/** The texts, in their groups. */
export const textsOf = (file: InterfaceFile): Readonly<Record<string, string | Group>> =>
  Object.fromEntries(Object.entries(file as Record<string, Group>).filter(([name]) => !BESIDES.includes(name)));
