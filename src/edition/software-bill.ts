/**
 * `sbom.cdx.json`: the bill of software (SBOM) in the format of CycloneDX 1.5, for programs that look for known holes. npm writes it;
 * what changes from one build or one folder to the next is taken out, so that the same site has the same bill.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  /** `required` is in what browsers load; `excluded` npm counts as needed by the site, and none of it is in there. */
  readonly scope?: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

export interface SoftwareBill {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** npm has a line for each package that something is wrong with. */
const MOST_LINES = 10;

/** Of everything that the lockfile names, tools too, as npm writes it. Throws with what npm says. */
export async function npmBill(): Promise<SoftwareBill> {
  // While Vite builds, NODE_ENV is "production", for which npm would leave the tools out, in its own way (see isTool).
  const words = ['sbom', '--package-lock-only', '--include=dev', '--sbom-format=cyclonedx', '--sbom-type=application'];
  const npm = process.env['npm_execpath'] ?? '';
  // Started by npm, this is its own script; else it is looked for as people would.
  const [file, ...before]: readonly [string, ...string[]] = /npm-cli\.[cm]?js$/.test(npm)
    ? [process.execPath, npm]
    : ['npm'];
  const shell = before.length === 0 && process.platform === 'win32';
  const { stdout } = await promisify(execFile)(file, [...before, ...words], { shell, maxBuffer: 2 ** 26 }).catch(
    (reason: Error & { readonly stderr?: string }) => {
      const [first, ...more] = (reason.stderr?.trim() || reason.message).split('\n').slice(0, MOST_LINES);
      throw new Error([`npm could not list the software (npm sbom): ${first}`, ...more].join('\n'));
    },
  );
  return JSON.parse(stdout) as SoftwareBill;
}

/** npm's own `--omit dev` leaves out whatever a tool needs as well, Svelte among it (npm 11.19); its mark at each package is right. */
const isTool = ({ properties = [] }: Component) =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');

const byRef = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** Without the tools, and in an order that hangs on nothing but the names. */
export function billOfSite({ components, dependencies, ...rest }: SoftwareBill): SoftwareBill {
  const kept = components.filter((one) => !isTool(one));
  const refs = new Set([rest.metadata.component, ...kept].map((one) => one['bom-ref']));
  return {
    ...rest,
    components: kept.sort((one, other) => byRef(one['bom-ref'], other['bom-ref'])),
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => refs.has(ref)).sort(byRef) }))
      .sort((one, other) => byRef(one.ref, other.ref)),
  };
}

/**
 * @param bill with a number and a time of its own, the name of the folder that it was written in, and npm's version
 * @param name of this project
 * @param shipped `name@version` of what is in the site
 */
export function settledBill(bill: SoftwareBill, name: string, shipped: ReadonlySet<string>): object {
  const { metadata, components } = bill;
  return {
    ...bill,
    // What is undefined is not written.
    serialNumber: undefined,
    metadata: {
      ...metadata,
      timestamp: undefined,
      tools: [{ vendor: 'npm', name: 'cli' }],
      component: { ...metadata.component, name },
    },
    components: components.map((one) => ({
      ...one,
      scope: shipped.has(`${one.name}@${one.version}`) ? 'required' : 'excluded',
    })),
  };
}
