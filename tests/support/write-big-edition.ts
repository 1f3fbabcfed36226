/** `node src/tools/run.mjs tests/support/write-big-edition.ts <folder> --cues 200 --hours 0.2 --portraits 6 --themes 8` */
import { parseArgs } from 'node:util';
import { BIG, BIG_EDITION, writeBigEdition, type EditionSize } from './big-edition';

const sizes = ['cues', 'hours', 'portraits', 'themes', 'chapters'] as const satisfies readonly (keyof EditionSize)[];

export function run(args: readonly string[] = []): number {
  const options = Object.fromEntries(sizes.map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [folder] = positionals;
  const given = sizes.flatMap((name) => (values[name] === undefined ? [] : [[name, Number(values[name])] as const]));
  if (folder === undefined || given.some(([, value]) => !(value > 0))) {
    console.error(`Name a folder, and above nothing: ${sizes.map((name) => `--${name}`).join(' ')}.`);
    return 1;
  }
  const size = { ...BIG, ...Object.fromEntries(given) };
  writeBigEdition(folder, size);
  console.log(`EDITION_ROOT=${folder} EDITION=${BIG_EDITION}: ${size.cues} cues in ${size.hours} hours.`);
  return 0;
}
