/**
 * `.well-known/security.txt` (RFC 9116): whom to tell of a hole in the site. Only whoever runs a site knows that, so `SECURITY_CONTACT`
 * says it, and without it there is no file.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const SECURITY_TXT = '.well-known/security.txt';

/** Addresses between spaces or commas, the first one preferred. Throws with what is wrong: a hole told to nobody stays open. */
export function parseSecurityContact(text = ''): readonly string[] {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '');
  for (const entry of entries) {
    const problem = problemOf(entry);
    if (problem) throw new Error(`SECURITY_CONTACT has "${entry}": ${problem}`);
  }
  return [...new Set(entries)];
}

function problemOf(entry: string): string | undefined {
  const example = 'Write it like mailto:security@example.org, https://www.example.org/report or tel:+31-20-555-0100.';
  const kind = /^(mailto|https|tel):/.exec(entry)?.[1];
  if (kind === undefined) return `a contact begins with mailto:, https: or tel:. ${example}`;
  const isWhole = {
    mailto: () => /^mailto:[^\s@/?]+@[^\s@/?.]+(\.[^\s@/?.]+)+$/.test(entry),
    https: () => /^https:\/\//.test(entry) && URL.canParse(entry) && !/^https:\/\/[^/]*@/.test(entry),
    tel: () => /^tel:\+\d[\d-]{5,}$/.test(entry),
  }[kind as 'mailto' | 'https' | 'tel']();
  // The file is read by programs that want an address as the standards have it.
  return isWhole && /^[\x21-\x7e]+$/.test(entry) ? undefined : `this is no whole address. ${example}`;
}

/**
 * The day of the build, or the one that `SOURCE_DATE_EPOCH` names (seconds since 1970), as for others that build the same files again.
 * Throws when that is no number.
 */
export function buildDate(epoch = '', now = new Date()): Date {
  if (epoch === '') return now;
  const date = /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : undefined;
  if (!date || Number.isNaN(date.getTime()))
    throw new Error(`SOURCE_DATE_EPOCH is "${epoch}": write whole seconds since 1970.`);
  return date;
}

/**
 * The first of a month, ten to eleven months on: less than a year, as the RFC advises, and the same for every build of one month. A site that
 * nobody has built for so long has a contact that nobody has looked after, and the file then says so by itself.
 */
export function expiryOf(date: Date): string {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 11, 1)).toISOString().replace('.000', '');
}

export interface SecurityText {
  readonly contacts: readonly string[];
  readonly languages: readonly string[];
  readonly date: Date;
  readonly siteUrl?: string;
}

export function securityText({ contacts, languages, date, siteUrl }: SecurityText): string {
  const { origin, pathname } = siteUrl === undefined ? { origin: '', pathname: '/' } : new URL(siteUrl);
  return [
    ...(pathname === '/' ? [] : [`# This file belongs to the whole host: ${origin}/${SECURITY_TXT}`]),
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expiryOf(date)}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    ...(siteUrl === undefined ? [] : [`Canonical: ${origin}/${SECURITY_TXT}`]),
    '',
  ].join('\n');
}

export function writeSecurityText(outDir: string, known: SecurityText): void {
  if (known.contacts.length === 0) {
    // Whoever says where the site will stand is about to publish it.
    if (known.siteUrl !== undefined) console.log('No security.txt: SECURITY_CONTACT names nobody to tell of a hole.');
    return;
  }
  mkdirSync(dirname(join(outDir, SECURITY_TXT)), { recursive: true });
  writeFileSync(join(outDir, SECURITY_TXT), securityText(known));
}
