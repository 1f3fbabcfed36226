/**
 * What stands behind each claim of the accessibility statement (`src/views/about/claims.ts`): how the titles of tests begin that prove it,
 * with "…" for what is filled in, and the rules of axe that look at it. A test that is renamed or taken away turns its claim red.
 */
export interface ClaimProof {
  readonly tests?: readonly string[];
  readonly axe?: readonly string[];
}

const BARE_TEXT = '1.2.2, 1.2.3: without hearing and without seeing, everything that is said can be read';
const TREE = '1.3.1, 4.1.2: the accessibility tree of';
const WALK = '2.1.1, 2.1.2, 2.4.3: the keys walk through';
const FRAME = '2.1.2: the keys go through the frame in a partner’s page';
const ESCAPE = '2.1.2, 2.4.3: Escape closes every panel';
const WHOLE = '1.4.4, 1.4.10, 1.4.12: nothing of';
const OVER_FILM = '1.4.3, 1.4.11: letters and signs over the film';
const RING = '2.4.7, 1.4.11: the ring of the keyboard';
const TAPS = '2.5.1, 2.5.7: by taps alone';
const PAGES = '2.4.2, 2.4.5, 3.1.1, 3.2.3, 3.2.6: every page';
const FIELDS = '3.3.1, 3.3.2, 3.3.3: every field';
const NO_SCRIPT = "…: without JavaScript the film has the browser's controls and tracks";
const DESCRIBED = 'EN 301 549 7.2.1, 7.2.2, 1.2.3, 1.2.5: what is to be seen is told';
const ARIA_NAMES = ['aria-command-name', 'aria-input-field-name', 'aria-toggle-field-name', 'button-name'];
const ARIA_USE = [
  'aria-allowed-attr',
  'aria-required-attr',
  'aria-roles',
  'aria-valid-attr-value',
  'nested-interactive',
];

export const CLAIM_PROOFS: Readonly<Record<string, ClaimProof>> = {
  '1.1.1': {
    tests: ['1.1.1, 4.1.2, …: the time bar says in words'],
    axe: ['image-alt', 'role-img-alt', 'svg-img-alt'],
  },
  '1.2.2': { tests: [BARE_TEXT], axe: ['video-caption'] },
  '1.2.3': { tests: [BARE_TEXT, DESCRIBED] },
  '1.2.5': { tests: [DESCRIBED] },
  '1.3.1': { tests: [TREE], axe: ['aria-required-children', 'definition-list', 'list', 'listitem'] },
  '1.3.2': { tests: [TREE, WALK] },
  '1.3.4': { tests: ['1.3.4: upright and on its side'], axe: ['css-orientation-lock'] },
  '1.4.1': { tests: ['1.4.1: … it is seen what is chosen'], axe: ['link-in-text-block'] },
  '1.4.2': { tests: ['1.4.2: nothing sounds before a press'], axe: ['no-autoplay-audio'] },
  '1.4.3': { tests: [OVER_FILM], axe: ['color-contrast'] },
  '1.4.4': { tests: [WHOLE], axe: ['meta-viewport'] },
  '1.4.10': { tests: [WHOLE, '…: no page scrolls sideways at any width'] },
  '1.4.11': { tests: [RING, OVER_FILM] },
  '1.4.12': { tests: [WHOLE], axe: ['avoid-inline-spacing'] },
  '1.4.13': {
    tests: [
      '1.4.13: the time bar shows what is under the pointer until Escape, under a pointer that comes onto it too',
    ],
  },
  '2.1.1': { tests: [WALK, 'with the keyboard alone: play'], axe: ['scrollable-region-focusable'] },
  '2.1.2': { tests: [WALK, FRAME, ESCAPE] },
  '2.1.4': {
    tests: [
      'the help panel opens by key, closes by Escape, and its switch turns the keys off',
      'keys are left alone in',
    ],
  },
  '2.2.1': { axe: ['meta-refresh'] },
  '2.2.2': {
    tests: ['2.2.2, 2.3.3: nothing moves by itself', 'it yields the moment somebody scrolls'],
    axe: ['blink', 'marquee'],
  },
  '2.4.1': { tests: ['"skip to the text" puts the keyboard at the text'], axe: ['bypass'] },
  '2.4.2': { tests: [PAGES], axe: ['document-title'] },
  '2.4.3': { tests: [WALK, ESCAPE] },
  '2.4.4': { axe: ['area-alt', 'link-name'] },
  '2.4.5': { tests: [PAGES] },
  '2.4.7': { tests: [RING] },
  '2.4.11': { tests: ['2.4.11: focus is never covered'] },
  '2.5.1': { tests: [TAPS] },
  '2.5.2': { tests: ['2.5.2: a press that is drawn away'] },
  '2.5.3': { tests: [TREE], axe: ['label-content-name-mismatch'] },
  '2.5.7': { tests: [TAPS, 'composed by keyboard alone'] },
  '2.5.8': { tests: ['2.5.5, 2.5.8: what is pressed in', 'main controls are 44 px, everything that is pressed 24'] },
  '3.1.1': { tests: [PAGES], axe: ['html-has-lang', 'html-lang-valid'] },
  '3.1.2': { tests: ['…: nothing of the other language stands on a page without saying so'], axe: ['valid-lang'] },
  '3.2.1': { tests: [WALK] },
  '3.2.3': { tests: [PAGES] },
  '3.2.6': { tests: [PAGES] },
  '3.3.1': { tests: [FIELDS] },
  '3.3.2': { tests: [FIELDS], axe: ['form-field-multiple-labels'] },
  '3.3.3': { tests: [FIELDS] },
  '3.3.4': {
    tests: [
      'a programme is kept by name on a press, comes back, and can be taken away and put back',
      '3.3.4: preferences come back, and all is forgotten by who is asked whether that is meant',
    ],
  },
  '4.1.2': { tests: [TREE], axe: [...ARIA_NAMES, ...ARIA_USE, 'frame-title', 'label', 'select-name', 'summary-name'] },
  '4.1.3': { tests: ['4.1.3: while the film plays'] },
  '7.1.1': { tests: ['subtitles: Dutch, English, both at once, off'] },
  '7.1.2': { tests: ['EN 301 549 7.1.2: a line stands over the film'] },
  '7.1.3': {
    tests: [NO_SCRIPT, 'the subtitles can be taken along'],
  },
  '7.1.4': { tests: ['EN 301 549 7.1.4: size, colour', 'subtitles of every size, place and language are whole'] },
  '7.1.5': { tests: ['EN 301 549 7.1.5: the subtitles are spoken', 'each line is spoken as it begins'] },
  '7.2.1': { tests: [DESCRIBED] },
  '7.2.2': { tests: [DESCRIBED] },
  '7.2.3': { tests: [NO_SCRIPT] },
  '7.3': { tests: ['EN 301 549 7.3: subtitles and description take one press each'] },
};
