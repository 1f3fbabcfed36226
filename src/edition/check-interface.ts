/**
 * The words of the interface in one language against the Dutch ones: every text, in every plural form of the language, with the same
 * places left open for names and numbers. What is missing is told all at once, text by text: it is the list of what is still to be written.
 */
import { textsOf, type InterfaceFile } from './interface-schema';
import type { JsonFile, JsonPath } from './json-file';
import { problem, type Problem } from './problems';

const FORM = /_(zero|one|two|few|many|other)$/;
/** They name their number by themselves: "two minutes" has a word of its own in many languages. */
const NUMBERED: readonly string[] = ['zero', 'one', 'two'];

interface Text {
  readonly path: JsonPath;
  readonly text: string;
}
/** By the name that code calls it by, dots between the groups and the plural forms left off: the text of each form, or of none (``). */
type Texts = ReadonlyMap<string, ReadonlyMap<string, Text>>;

export function checkInterface(
  language: string,
  file: JsonFile<InterfaceFile>,
  reference: JsonFile<InterfaceFile>,
): Problem[] {
  const [here, there] = [formsByKey(file.value), formsByKey(reference.value)];
  const forms = formsOf(language);
  const other = reference.file;
  return [
    ...[...there].flatMap(([key, wanted]) => {
      const own = here.get(key);
      const path = [...wanted.values()][0]!.path;
      if (!own) {
        const text = (wanted.get('other') ?? wanted.get(''))?.text ?? '';
        return [problem('interface-text-missing', file.at(...path), { key, other, text })];
      }
      return [...checkForms(key, own, wanted, forms, file), ...checkHoles(own, wanted, file, other)];
    }),
    ...[...here]
      .filter(([key]) => !there.has(key))
      .map(([key, own]) => problem('interface-text-unknown', file.at(...[...own.values()][0]!.path), { key, other })),
    ...checkAddresses(file),
  ];
}

/** Those of the language, or the one that all have where nothing is known about it. */
const formsOf = (language: string): readonly string[] =>
  Intl.PluralRules.supportedLocalesOf([language]).length > 0
    ? new Intl.PluralRules(language).resolvedOptions().pluralCategories
    : ['other'];

function formsByKey(file: InterfaceFile): Texts {
  const texts = new Map<string, Map<string, Text>>();
  const add = (value: unknown, path: readonly string[]) => {
    if (typeof value !== 'string')
      return Object.entries(value as object).forEach(([name, inner]) => add(inner, [...path, name]));
    const name = path.join('.');
    const key = name.replace(FORM, '');
    const forms = texts.get(key) ?? new Map<string, Text>();
    texts.set(key, forms.set(FORM.exec(name)?.[1] ?? '', { path, text: value }));
  };
  add(textsOf(file), []);
  return texts;
}

/** A text that counts has every form; one that does not count may, where this language needs it. */
function checkForms(
  key: string,
  own: ReadonlyMap<string, Text>,
  wanted: ReadonlyMap<string, Text>,
  forms: readonly string[],
  { at }: JsonFile<InterfaceFile>,
): Problem[] {
  if (own.has('') && own.size === 1 && wanted.has('')) return [];
  const place = [...own.values()][0]!.path;
  const known = forms.join(', ');
  return [
    ...forms
      .filter((form) => !own.has(form))
      .map((form) => problem('interface-form-missing', at(...place), { key, form, forms: known })),
    ...[...own]
      .filter(([form]) => !forms.includes(form))
      .map(([form, { path }]) =>
        problem('interface-form-unknown', at(...path), { name: form === '' ? key : `${key}_${form}`, forms: known }),
      ),
  ];
}

const holesIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, name]) => name!))].sort();

function checkHoles(
  own: ReadonlyMap<string, Text>,
  wanted: ReadonlyMap<string, Text>,
  { at }: JsonFile<InterfaceFile>,
  other: string,
): Problem[] {
  const there = holesIn([...wanted.values()].map(({ text }) => text).join(' '));
  const listed = (holes: readonly string[]) => holes.join(', ') || 'none';
  return [...own].flatMap(([form, { path, text }]) => {
    const here = holesIn(text);
    const free = NUMBERED.includes(form) ? ['count'] : [];
    const fits = here.every((hole) => there.includes(hole)) && there.every((hole) => [...here, ...free].includes(hole));
    if (fits) return [];
    const key = path.join('.');
    return [problem('interface-holes', at(...path), { key, here: listed(here), there: listed(there), other })];
  });
}

function checkAddresses({ value, at }: JsonFile<InterfaceFile>): Problem[] {
  const views = new Map<string, string>();
  return Object.entries(value.language.address).flatMap(([view, address]) => {
    const first = views.get(address);
    views.set(address, view);
    if (first === undefined) return [];
    return [problem('interface-address-double', at('language', 'address', view), { first, second: view, address })];
  });
}
