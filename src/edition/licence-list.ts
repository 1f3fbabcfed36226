/** `licences.txt`: what of others is in the site, with every licence in full, as those licences ask. For people to read. */
import { nameOf, type ShippedPackage } from './shipped-packages';

export interface Licensed extends ShippedPackage {
  readonly text: string;
}

/** Without changing a word: line ends and empty lines around it only. */
export function tidy(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}

/** Vite's own licence, without those of what it is made of: nothing of that is in the helper that it writes. */
export const ofVite = (text: string): string => text.split(/^# Licenses of bundled dependencies$/m)[0]!;

const RULE = '-'.repeat(80);

/** How many packages there are under each licence, the most first. */
export function licenceCounts(packages: readonly ShippedPackage[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { licence = '?' } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  return [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
}

interface Sources {
  readonly packages: readonly Licensed[];
  /** The licence of this project. */
  readonly own: string;
  /** In full, for the packages that only point to it. */
  readonly apache: string;
}

export function licenceList({ packages, own, apache }: Sources): string {
  const counts = licenceCounts(packages).map(([licence, count]) => `${licence}: ${count}`);
  const points = packages.some(
    ({ licence = '', text }) => licence.includes('Apache-2.0') && !text.includes('END OF TERMS AND CONDITIONS'),
  );
  const section = (title: string, ...lines: readonly string[]) => [RULE, title, RULE, '', ...lines, ''];
  return `${[
    'Licenties van de software / Licences of the software',
    '',
    'Deze site is gemaakt met software van anderen. Hieronder staat welke, met elke licentie voluit.',
    'This site is made with software of others. Here is which, with each licence in full.',
    '',
    ...packages.map(({ isTool, licence, ...one }) => `  ${nameOf(one)}  ${licence}${isTool ? '  (*)' : ''}`),
    '',
    `  ${counts.join(', ')}`,
    '  (*) Hulpregels van het bouwgereedschap. / Lines that the build tool adds.',
    '',
    ...section('Dichterbij', tidy(own)),
    ...packages.flatMap(({ homepage, licence, text, ...one }) =>
      section(nameOf(one), ...[`${licence}`, homepage ?? ''].filter((line) => line !== ''), '', tidy(text)),
    ),
    ...(points ? section('Apache License 2.0', tidy(apache)) : []),
  ]
    .join('\n')
    .trimEnd()}\n`;
}
