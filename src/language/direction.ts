/** Which way a language is written, by the script that it is written in: a language that is new here needs no line of code. */
const RIGHT_TO_LEFT: ReadonlySet<string | undefined> = new Set(
  'Adlm Arab Hebr Mand Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '),
);

/** @param code a language tag (BCP 47): `ar`, `pt-BR`, `az-Arab` */
export const directionOf = (code: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(new Intl.Locale(code).maximize().script) ? 'rtl' : 'ltr';
