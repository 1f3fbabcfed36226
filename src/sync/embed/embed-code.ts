/** What a partner pastes into a page: a frame, an element, or a link where neither is allowed. Pure; every value is escaped for HTML. */
import { encodeEmbedChoice, type EmbedChoice } from './embed-link';
import { escapeHtml } from './escape-html';
import { iframeLine } from './iframe-line';

/** As wide as the column that it stands in, with the height that goes with it; or as the partner measures it, in CSS pixels. */
export type EmbedSize =
  | { readonly kind: 'fill'; readonly form: EmbedForm }
  | { readonly kind: 'fixed'; readonly width: number; readonly height: number };

/** Width to height, and how high it is at least: in a narrow column what stands under the film takes more than the film. Measured while it plays. */
const FORMS = {
  /** The film, with its controls over it. */
  wide: { ratio: [16, 9], least: 0 },
  /** With all that stands under it: controls, who speaks, and the way to the site. */
  square: { ratio: [1, 1], least: 940 },
  /** With some of the text of the film as well. */
  tall: { ratio: [3, 4], least: 1200 },
} as const satisfies Record<string, { ratio: readonly [number, number]; least: number }>;
export type EmbedForm = keyof typeof FORMS;
export const EMBED_FORMS = Object.keys(FORMS) as readonly EmbedForm[];

/** CSS pixels. Narrower than the least, the controls of the film have no room. */
export const SIZE_LIMITS = {
  width: { least: 280, most: 2000 },
  height: { least: 158, most: 2000 },
} as const;

/** The width that a height is written for where a CMS takes the styles away: an ordinary column of text. */
const COLUMN = 640;

/** How large a frame is in a column of this width: the same sum that browsers do with the styles of `iframeCode`. */
export function frameBox(size: EmbedSize, column: number): { readonly width: number; readonly height: number } {
  if (size.kind === 'fixed') {
    const width = Math.min(size.width, column);
    return { width, height: Math.round((size.height * width) / size.width) };
  }
  const { ratio, least } = FORMS[size.form];
  return { width: column, height: Math.max(least, Math.round((column * ratio[1]) / ratio[0])) };
}

interface FrameCode {
  /** Whole address of the embed page, with what is chosen. */
  readonly address: string;
  /** What screen readers call the frame. */
  readonly title: string;
  readonly size: EmbedSize;
  readonly sandbox: boolean;
}

export function iframeCode({ address, title, size, sandbox }: FrameCode): string {
  // What stands there must do where a CMS takes `style` away, and what the style says where it doesn't.
  const { width, height } = frameBox(size, size.kind === 'fixed' ? size.width : COLUMN);
  const frame = { src: address, title, height, sandbox };
  if (size.kind === 'fixed') return iframeLine({ ...frame, width });
  const { ratio, least } = FORMS[size.form];
  const styles = ['border:0', 'width:100%', 'height:auto', `aspect-ratio:${ratio.join('/')}`];
  if (least > 0) styles.push(`min-height:${least}px`);
  return iframeLine({ ...frame, width: '100%', style: styles.join(';') });
}

interface ElementCode {
  /** Whole address of the script that makes the element. */
  readonly script: string;
  /** Of a script that never changes: the browser refuses any other. */
  readonly integrity?: string;
  readonly language: string;
  readonly choice: EmbedChoice;
  readonly label: string;
  readonly alternative: LinkCode;
}

/** Its height follows what is in it; who has no JavaScript reads the link. */
export function elementCode({ script, integrity, language, choice, label, alternative }: ElementCode): string {
  const chosen = [...new URLSearchParams(encodeEmbedChoice(choice))];
  return [
    tag('script', [
      ['type', 'module'],
      ['src', script],
      // The name of the site goes along all the same: a module of another site is always asked for with `Origin`.
      ['referrerpolicy', 'no-referrer'],
      ...(integrity === undefined ? [] : [['integrity', integrity] as const, ['crossorigin', 'anonymous'] as const]),
    ]),
    tag('dichterbij-film', [['language', language], ...chosen, ['label', label]], `\n  ${linkCode(alternative)}\n`),
  ].join('\n');
}

interface LinkCode {
  /** Whole address of a page of the site. */
  readonly href: string;
  readonly text: string;
}

export const linkCode = ({ href, text }: LinkCode): string => tag('a', [['href', href]], escapeHtml(text));

function tag(name: string, attributes: readonly (readonly [name: string, value: string])[], inside = ''): string {
  const written = attributes.map(([key, value]) => `${key}="${escapeHtml(value)}"`);
  return `<${[name, ...written].join(' ')}>${inside}</${name}>`;
}
