import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  buildDate,
  expiryOf,
  parseSecurityContact,
  SECURITY_TXT,
  securityText,
  writeSecurityText,
} from './security-txt';

test('contacts are taken, between spaces or commas, the first one preferred', () => {
  expect(parseSecurityContact(undefined)).toEqual([]);
  expect(parseSecurityContact(' ')).toEqual([]);
  const contacts = ['mailto:security@example.org', 'https://example.org/report?to=film', 'tel:+31-20-555-0100'];
  expect(parseSecurityContact(`${contacts[0]}, ${contacts[1]}\n${contacts[2]} ${contacts[0]}`)).toEqual(contacts);
});

test.each([
  ['security@example.org', 'begins with mailto:'],
  ['http://example.org', 'begins with mailto:'],
  ['HTTPS://example.org', 'begins with mailto:'],
  ['javascript:alert(1)', 'begins with mailto:'],
  ['mailto:', 'no whole address'],
  ['mailto:security', 'no whole address'],
  ['mailto:a@example', 'no whole address'],
  ['mailto:a@example.org?subject=hole', 'no whole address'],
  ['mailto:beveiliging@crème.example', 'no whole address'],
  ['https:example.org', 'no whole address'],
  ['https://', 'no whole address'],
  ['https://me:secret@example.org/', 'no whole address'],
  ['tel:020-5550100', 'no whole address'],
  ['tel:+31', 'no whole address'],
])('"%s" is refused: %s', (entry, reason) => {
  expect(() => parseSecurityContact(entry)).toThrow(`SECURITY_CONTACT has "${entry}": `);
  expect(() => parseSecurityContact(`mailto:fine@example.org ${entry}`)).toThrow(reason);
});

test.each([
  ['2026-01-01T00:00:00Z', '2026-12-01T00:00:00Z'],
  ['2026-01-31T23:59:59Z', '2026-12-01T00:00:00Z'],
  ['2026-11-28T12:00:00Z', '2027-10-01T00:00:00Z'],
  ['2024-02-29T12:00:00Z', '2025-01-01T00:00:00Z'],
])('built on %s it is good until %s', (built, until) => expect(expiryOf(new Date(built))).toBe(until));

test('the day of a build can be set, for whoever builds the same files again', () => {
  const now = new Date('2026-11-28T00:00:00Z');
  expect(buildDate(undefined, now)).toBe(now);
  expect(buildDate('0', now).toISOString()).toBe('1970-01-01T00:00:00.000Z');
  for (const wrong of ['yesterday', '-1', '1.5', '9'.repeat(20)])
    expect(() => buildDate(wrong, now)).toThrow(`SOURCE_DATE_EPOCH is "${wrong}"`);
});

const known = {
  contacts: ['mailto:security@example.org', 'https://example.org/report'],
  languages: ['nl', 'en'],
  date: new Date('2026-11-28T00:00:00Z'),
};

test('the file has its fields as RFC 9116 wants them', () => {
  expect(securityText(known)).toBe(
    'Contact: mailto:security@example.org\nContact: https://example.org/report\n' +
      'Expires: 2027-10-01T00:00:00Z\nPreferred-Languages: nl, en\n',
  );
});

test('it says where it belongs, when the address of the site is known', () => {
  const canonical = 'Canonical: https://film.example/.well-known/security.txt\n';
  const own = securityText({ ...known, siteUrl: 'https://film.example/' });
  expect(own).toContain(canonical);
  expect(own).not.toContain('#');
  const inFolder = securityText({ ...known, siteUrl: 'https://film.example/een/map/' });
  expect(inFolder).toContain(canonical);
  expect(inFolder).toMatch(/^# This file belongs to the whole host: https:\/\/film\.example\/\.well-known\//);
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'security-txt-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('without a contact there is no file, and whoever is about to publish hears it', () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  writeSecurityText(folder, { ...known, contacts: [] });
  expect(said).not.toHaveBeenCalled();
  writeSecurityText(folder, { ...known, contacts: [], siteUrl: 'https://film.example/' });
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('SECURITY_CONTACT'));
  expect(existsSync(join(folder, SECURITY_TXT))).toBe(false);
  writeSecurityText(folder, known);
  expect(readFileSync(join(folder, SECURITY_TXT), 'utf8')).toBe(securityText(known));
});
