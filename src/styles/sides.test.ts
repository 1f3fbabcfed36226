/**
 * Pages are written from left to right and from right to left, so styles speak of start and end. What may say left or right is listed here
 * with its reason.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** By file: each declaration, and why it means a side of the screen. */
const REASONS: Readonly<Record<string, readonly (readonly [declaration: string, why: string])[]>> = {
  'SiteNotices.svelte': [
    [
      'padding: 0.75rem max(0.75rem, env(safe-area-inset-right)) max(0.75rem, env(safe-area-inset-bottom)) max(0.75rem, env(safe-area-inset-left))',
      'a notch is on a side of the device',
    ],
  ],
  'stage/TimeBar.svelte': [['transform-origin: 0 50%', 'time runs from left to right in every language']],
  'views/embed-maker/Preview.svelte': [
    ['transform-origin: 0 0', 'a transform knows no start; the next rule is the other side of it'],
    ['transform-origin: 100% 0', 'the same'],
  ],
  'views/host/prepare/Chosen.svelte': [
    ['border-width: 2px 0 0 2px', 'is turned to point up or down, the same in every language'],
  ],
  'views/handout/HandoutView.svelte': [['@bottom-right', 'boxes of a printed page have no start and end']],
};

/** `style.left = …` and the like, in scripts. */
const REASONS_OF_SCRIPTS: Readonly<Record<string, string>> = {
  'ui/popover-near.ts': 'places a box in the window, by measured boxes; it asks which way the text runs',
};

const files = (ending: RegExp) =>
  readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (name) => ending.test(name) && !name.includes('.test.') && !name.startsWith('tools'),
  );

const stylesOf = (name: string): string => {
  const text = readFileSync(join('src', name), 'utf8');
  const styles = name.endsWith('.css') ? text : (/<style>([^]*)<\/style>/.exec(text)?.[1] ?? '');
  return styles.replace(/\/\*[^]*?\*\//g, '');
};

/** The values of a shorthand; what stands between brackets is one of them. */
function valuesOf(value: string): readonly string[] {
  const values: string[] = [];
  let depth = 0;
  for (const piece of value
    .replace('!important', '')
    .trim()
    .split(/(\s+|\(|\))/)) {
    if (piece === '(') depth += 1;
    if (depth === 0 && /^\s*$/.test(piece)) {
      if (piece !== '' && values.at(-1) !== '') values.push('');
    } else values.push((values.pop() ?? '') + piece);
    if (piece === ')') depth -= 1;
  }
  return values.filter((one) => one !== '');
}

/** Four values go round by way of the right side. */
const ROUND = /^(?:margin|padding|inset|border-(?:width|style|color)|scroll-(?:margin|padding))$/;

function meansSide(property: string, value: string): boolean {
  if (/(^|-)(left|right)(-|$)/.test(property) || /(^|[\s,(-])(left|right)([\s,)]|$)/.test(value)) return true;
  const values = valuesOf(value);
  if (ROUND.test(property)) return values.length === 4 && values[1] !== values[3];
  if (property === 'border-radius' && !value.includes('/')) {
    const [first, second = first, third = first, fourth = second] = values;
    return first !== second || third !== fourth;
  }
  if (property === 'transform-origin') return !/^(?:50%|center|top|bottom)/.test(value);
  // Half of itself, to stand in the middle of a place, is no side.
  return /translate[X]?\((?!0\b|-50%)/.test(value) && !value.includes('translate(-50%');
}

/** What there is between `;`, `{` and `}`: declarations, and rules of a page. */
const sidesIn = (styles: string): readonly string[] => [
  ...[...styles.matchAll(/(?:^|[;{}])\s*([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)]
    .map(([, property, value]) => [property!, value!.replace(/\s+/g, ' ').trim()] as const)
    .filter(([property, value]) => meansSide(property, value))
    .map((one) => one.join(': ')),
  ...[...styles.matchAll(/@(?:top|bottom)-(?:left|right)[\w-]*/g)].map(([rule]) => rule),
];

describe('styles speak of start and end', () => {
  test.each(files(/\.(svelte|css)$/))('%s', (name) => {
    const found = sidesIn(stylesOf(name));
    expect([...found].sort()).toEqual((REASONS[name] ?? []).map(([declaration]) => declaration).sort());
  });

  test('what means a side is found', () => {
    const wrong = [
      'left: 0',
      'margin-right: 1px',
      'text-align: left',
      'padding: 1px 2px 3px 4px',
      'inset: 0 auto auto 0',
    ];
    for (const one of [
      ...wrong,
      'border-radius: 1px 0 0 1px',
      'float: right',
      'transform: translateX(3px)',
      'background: linear-gradient(to right, red, blue)',
    ])
      expect(sidesIn(`a { ${one}; }`), one).toEqual([one]);
    for (const one of [
      'padding: 1px 2px',
      'inset: auto 0 0',
      'border-radius: 50% 50% 0 0',
      'margin-inline-start: 1px',
      'text-align: start',
    ])
      expect(sidesIn(`a { ${one}; }`), one).toEqual([]);
  });

  test('scripts place nothing on a side', () => {
    const found = files(/\.(svelte|ts)$/).filter((name) =>
      /\bstyle\.(?:left|right|margin(?:Left|Right)|padding(?:Left|Right))\b|style:(?:left|right)\b/.test(
        readFileSync(join('src', name), 'utf8'),
      ),
    );
    expect(found.sort()).toEqual(Object.keys(REASONS_OF_SCRIPTS).sort());
  });
});
