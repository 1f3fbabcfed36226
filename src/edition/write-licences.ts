/** Writes what is in the site and under which licences, for people and for programs. Stops the build at what may not be shipped. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceProblems } from './licence-check';
import { licenceList, ofVite, type Licensed } from './licence-list';
import { nameOf, type ShippedPackage } from './shipped-packages';
import { billOfSite, settledBill, type SoftwareBill } from './software-bill';

export const LICENCES = 'licences.txt';
export const BILL = 'sbom.cdx.json';
const APACHE = 'src/edition/apache-2.0.txt';
const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

/** All licences and notices of a package, as they came with it. */
export function licenceText({ folder, name }: ShippedPackage): string {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && LICENCE_FILE.test(entry.name),
  );
  const names = files.map((entry) => entry.name).sort();
  const text = names.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
  return name === 'vite' ? ofVite(text) : text;
}

export function writeLicences(outDir: string, shipped: readonly ShippedPackage[], everything: SoftwareBill): void {
  const bill = billOfSite(everything);
  const packages: Licensed[] = shipped.map((one) => ({ ...one, text: licenceText(one) }));
  const dependencies = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
  const problems = licenceProblems(packages, dependencies);
  if (problems.length > 0) throw new Error(`Not all of the site may be shipped.\n${problems.join('\n')}`);
  const { name } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly name: string };
  const sources = { packages, own: readFileSync('LICENSE', 'utf8'), apache: readFileSync(APACHE, 'utf8') };
  writeFileSync(join(outDir, LICENCES), licenceList(sources));
  const settled = settledBill(bill, name, new Set(shipped.map(nameOf)));
  writeFileSync(join(outDir, BILL), `${JSON.stringify(settled, undefined, 2)}\n`);
}
