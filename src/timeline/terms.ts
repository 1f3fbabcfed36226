/** Finds the terms of the glossary in texts, so that a reader can ask what they mean on the spot. */
import type { Words } from './edition-data';

export interface Term {
  readonly id: string;
  readonly term: string;
  readonly gloss: string;
  /** The term in the default language of the edition, where that has another word. */
  readonly original?: { readonly text: string; readonly language: string };
}

/** The pieces of a text joined are the text. */
export interface TermPiece {
  readonly text: string;
  readonly term?: Term;
}

/**
 * Marks the first place of each term, in time that grows with the text. Where a text comes in several parts, one `seen` for all of them
 * marks a term once in the whole; it is added to.
 */
export type TermFinder = (text: string, seen?: Set<string>) => readonly TermPiece[];

/** Letters, with their accents, digits, and the hyphen: what a word is made of. "WMO" is no word of "WMO-loket". */
const IN_WORD = String.raw`[\p{L}\p{M}\p{N}\-\u2010\u2011]`;

/** `originals` is the language of the terms' `original` words. */
export function createTermFinder(glossary: Words['glossary'], originals: string): TermFinder {
  const byForm = new Map<string, Term>();
  for (const [id, { term, original, forms = [], gloss }] of Object.entries(glossary)) {
    const found: Term = { id, term, gloss, ...(original && { original: { text: original, language: originals } }) };
    for (const form of [term, ...forms]) if (!byForm.has(folded(form))) byForm.set(folded(form), found);
  }
  if (byForm.size === 0) return (text) => [{ text }];

  // An accent may be stored apart from its letter, and a longer term may begin with a shorter one.
  const forms = [...new Set([...byForm.keys()].flatMap((form) => [form, form.normalize('NFD')]))];
  forms.sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<!${IN_WORD})(?:${forms.map(toPattern).join('|')})(?!${IN_WORD})`, 'giu');

  return (text, seen = new Set()) => {
    const pieces: TermPiece[] = [];
    let done = 0;
    for (const match of text.matchAll(pattern)) {
      const term = byForm.get(folded(match[0]));
      if (!term || seen.has(term.id)) continue;
      seen.add(term.id);
      if (match.index > done) pieces.push({ text: text.slice(done, match.index) });
      pieces.push({ text: match[0], term });
      done = match.index + match[0].length;
    }
    if (done < text.length || pieces.length === 0) pieces.push({ text: text.slice(done) });
    return pieces;
  };
}

/** The pieces of each part of one text, with every term marked once in the whole. */
export function termsInParts(find: TermFinder, parts: readonly string[]): readonly (readonly TermPiece[])[] {
  const seen = new Set<string>();
  return parts.map((text) => find(text, seen));
}

/** One way to write what is written in several: capitals, curly apostrophes, unbreakable hyphens, line breaks. */
const folded = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ');

const toPattern = (form: string) =>
  form
    .replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    .replaceAll("'", "['’ʼ]")
    .replaceAll('-', String.raw`[\-\u2010\u2011]`)
    .replaceAll(' ', String.raw`\s+`);
