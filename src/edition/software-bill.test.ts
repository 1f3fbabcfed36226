import { expect, test, vi } from 'vitest';
import { billOfSite, npmBill, settledBill, type SoftwareBill } from './software-bill';

const component = (name: string, properties: SoftwareBill['components'][number]['properties'] = []) => ({
  ...{ 'bom-ref': `${name}@1.0.0`, name, version: '1.0.0', scope: 'required', properties },
});
const site = { ...component('dichterbij'), name: 'folder' };
const tool = component('tool', [{ name: 'cdx:npm:package:development', value: 'true' }]);
const bill = {
  bomFormat: 'CycloneDX',
  serialNumber: 'urn:uuid:1',
  metadata: { timestamp: 'now', tools: [{ vendor: 'npm', name: 'cli', version: '11' }], component: site },
  components: [component('b'), tool, component('a')],
  dependencies: [
    { ref: 'dichterbij@1.0.0', dependsOn: ['tool@1.0.0', 'b@1.0.0'] },
    { ref: 'tool@1.0.0', dependsOn: ['b@1.0.0'] },
    { ref: 'b@1.0.0', dependsOn: ['a@1.0.0'] },
    { ref: 'a@1.0.0', dependsOn: [] },
  ],
};

test('the bill of the site is without its tools, in the order of names', () => {
  expect(billOfSite(bill)).toEqual({
    ...bill,
    components: [component('a'), component('b')],
    dependencies: [
      { ref: 'a@1.0.0', dependsOn: [] },
      { ref: 'b@1.0.0', dependsOn: ['a@1.0.0'] },
      { ref: 'dichterbij@1.0.0', dependsOn: ['b@1.0.0'] },
    ],
  });
});

test('what differs from one build, folder or npm to the next is taken out, and what is in the site is marked', () => {
  const settled = settledBill(billOfSite(bill), 'dichterbij', new Set(['a@1.0.0']));
  expect(JSON.parse(JSON.stringify(settled))).toEqual({
    bomFormat: 'CycloneDX',
    metadata: { tools: [{ vendor: 'npm', name: 'cli' }], component: component('dichterbij') },
    components: [component('a'), { ...component('b'), scope: 'excluded' }],
    dependencies: billOfSite(bill).dependencies,
  });
});

test('where npm can not tell, the build says so', async () => {
  vi.stubEnv('npm_execpath', '/nowhere/npm-cli.js');
  await expect(npmBill()).rejects.toThrow(/^npm could not list the software \(npm sbom\): [^]*nowhere/);
});
