/** What may be shipped: dependencies of the site, under a licence that asks for nothing but to be named and passed on. */
import { nameOf, type ShippedPackage } from './shipped-packages';

/** None of them asks that the whole be open too. Whoever adds one has read it. */
const ALLOWED: readonly string[] = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** @param licence an SPDX expression: one licence, a choice (`OR`) or several at once (`AND`); mixed ones are not read, and so refused */
export function isAllowed(licence: string): boolean {
  const expression = licence.replace(/^\((.*)\)$/, '$1');
  const choices = expression.split(' OR ');
  return choices.length > 1
    ? choices.some((choice) => ALLOWED.includes(choice))
    : expression.split(' AND ').every((part) => ALLOWED.includes(part));
}

interface Checked extends ShippedPackage {
  /** Its licence in full, as it came with the package. */
  readonly text: string;
}

/**
 * @param dependencies `name@version` of all that npm counts as needed by the site, and not by its tools
 * @returns a line for each thing that is wrong
 */
export function licenceProblems(shipped: readonly Checked[], dependencies: ReadonlySet<string>): readonly string[] {
  return shipped.flatMap(({ text, licence, ...one }) => {
    const name = nameOf(one);
    return [
      !one.isTool && !dependencies.has(name)
        ? `${name} is in the site, but is none of its dependencies. Move it to "dependencies" in package.json, or leave it out of what pages import.`
        : '',
      licence === undefined ? `${name} does not say under which licence it is. Ask its makers, or take another.` : '',
      licence !== undefined && !isAllowed(licence)
        ? `${name} is under ${licence}. What is shipped may be under ${ALLOWED.join(', ')}.`
        : '',
      text === '' ? `${name} brings no text of its licence, which has to go along with it. Take another.` : '',
    ].filter((line) => line !== '');
  });
}
