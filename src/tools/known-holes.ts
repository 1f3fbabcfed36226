/**
 * Packages of the lockfile, also those that come with others, that had a hole, and the versions that closed it: no older one may come
 * back. Each row was looked up in the advisory that it names. It is a floor, not a watch: what is found from now on `npm audit` and
 * Dependabot tell.
 */
export interface KnownHole {
  readonly name: string;
  /** The first version without it, one for each line of versions that is still mended. */
  readonly closed: readonly string[];
  /** https://github.com/advisories/<GHSA>, or https://www.cve.org/CVERecord?id=<CVE> */
  readonly advisory: string;
  readonly about: string;
}

export const KNOWN_HOLES: readonly KnownHole[] = [
  // What browsers load, or is asked for by it.
  hole('video.js', '7.14.3', 'CVE-2021-23414', 'the address of a subtitle track could become script'),
  hole('svelte', '5.55.7', 'CVE-2026-42599', 'attributes spread from data could become script in prerendered pages'),
  hole('i18next', '26.3.4', 'GHSA-6jcc-5g8w-32mx', 'merged words could change functions that all code shares'),
  hole('@babel/runtime', '7.26.10', 'GHSA-968p-4wvh-cqc8', 'some replacements took endlessly long'),
  hole('devalue', '5.9.3', 'GHSA-4q55-j62x-fr9h', 'data could name its own prototype'),
  hole('min-document', '2.19.1', 'GHSA-rx8g-88g5-qh64', 'attributes could change the prototype of all objects'),
  hole('@xmldom/xmldom', ['0.8.15', '0.9.12'], 'GHSA-c7q8-3ch8-vqpv', 'names could become XML of their own'),
  // Servers and runners that work while somebody develops.
  hole('vite', ['8.1.6', '8.2.4', '8.3.3'], 'GHSA-rq7h-c2jc-7f22', 'the dev server showed files outside the project'),
  hole('@vitest/browser', '4.1.10', 'GHSA-p63j-vcc4-9vmv', 'commands from a page went past the gate for files'),
  hole('@vitest/mocker', '4.1.11', 'GHSA-82fw-gwwq-j7x9', 'addresses led out of the folder that is served'),
  hole('playwright', '1.55.1', 'GHSA-7mvr-c777-76hp', 'browsers were fetched without proof of where from'),
  hole('ws', '8.21.0', 'GHSA-96hv-2xvq-fx4p', 'a message could use up the memory'),
  // Tools that read our own files.
  hole('postcss', '8.5.18', 'GHSA-r28c-9q8g-f849', 'a source map could name any file of the machine'),
  hole('flatted', '3.4.2', 'GHSA-rf6f-7fwh-wjgh', 'data could name the prototype of all lists'),
  hole('nanoid', '3.3.18', 'GHSA-2v37-7h3g-55p8', 'a length of zero took endlessly long'),
  hole('brace-expansion', '5.0.9', 'GHSA-rgw5-rvv9-x895', 'a short pattern could use up the memory'),
  hole('minimatch', '10.2.3', 'CVE-2026-27904', 'some patterns took endlessly long'),
  hole('picomatch', '4.0.4', 'GHSA-c2c7-rcm5-vvqj', 'some patterns took endlessly long'),
  hole('cross-spawn', '7.0.5', 'GHSA-3xgq-45jj-v275', 'some arguments took endlessly long'),
  hole('ajv', '6.14.0', 'GHSA-2g4f-4pwh-qvx6', 'some patterns of a schema took endlessly long'),
  hole('valibot', '1.2.0', 'GHSA-vqpr-j7v3-hqw9', 'a short text of emoji took endlessly long'),
  hole('yaml', ['1.10.3', '2.8.3'], 'GHSA-48c2-rrv3-qjmp', 'deep lists ended the program'),
  hole('@eslint/plugin-kit', '0.3.4', 'GHSA-xffm-g5w8-qvg7', 'some comments took endlessly long'),
];

function hole(name: string, closed: string | readonly string[], advisory: string, about: string): KnownHole {
  return { name, closed: [closed].flat(), advisory, about };
}
