type Rule = { readonly path: string; readonly headers: readonly (readonly [string, string])[] };
/** The rules of a `_headers` file, and the folder of the site on its host. */
export function readHeaders(text: string): { readonly prefix: string; readonly rules: readonly Rule[] };
/** What a path gets of them, added up. */
export function headersFor(rules: readonly Rule[], path: string): Map<string, string>;
