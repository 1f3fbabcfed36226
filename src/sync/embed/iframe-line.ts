/** The line of HTML that puts the film on somebody else's page, as oEmbed hands it out and the embed maker shows it. Pure. */
import { escapeHtml } from './escape-html';

export interface IframeLine {
  /** Whole address of an embed page, with what the partner has chosen. */
  readonly src: string;
  /** What screen readers call the frame. */
  readonly title: string;
  /** Pixels, or as much as there is. */
  readonly width: number | '100%';
  /** Pixels. In a column that is narrower than `width` the frame keeps its form. */
  readonly height: number;
  /** Instead of what keeps a frame measured in pixels within its column; a frame of `100%` has its own. */
  readonly style?: string;
  /** With a lock of the browser's own: nothing can be stored, and of scripts around it only our own client can talk to the film. */
  readonly sandbox?: boolean;
}

/**
 * No more than the film uses of what a frame of another site may not do by itself: a quote that goes to the clipboard.
 * Full screen has an attribute of its own, which more content management systems leave alone. Who lets a script start the film has to add
 * `autoplay`.
 */
const FRAME_PERMISSIONS = 'clipboard-write';
/** Scripts, links in new tabs that are free again, and files to take along. Not `allow-same-origin`: that is what could store something. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';

export function iframeLine({ src, title, width, height, style, sandbox = false }: IframeLine): string {
  const attributes: Readonly<Record<string, string | undefined>> = {
    src,
    title,
    width: String(width),
    height: String(height),
    style: style ?? `border:0;max-width:100%;height:auto;aspect-ratio:${width}/${height}`,
    loading: 'lazy',
    allow: FRAME_PERMISSIONS,
    allowfullscreen: undefined,
    // Where it stands is nobody's business.
    referrerpolicy: 'no-referrer',
    ...(sandbox && { sandbox: SANDBOX }),
  };
  const written = Object.entries(attributes).map(([name, value]) =>
    value === undefined ? name : `${name}="${escapeHtml(value)}"`,
  );
  return `<iframe ${written.join(' ')}></iframe>`;
}
