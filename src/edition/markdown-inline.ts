/** The words inside a paragraph: text, emphasis, links and the words that tell of a cue. Anything else is a problem. */
import type { PhrasingContent } from 'mdast';
import type { Inline } from '../timeline/edition-data';
import { problem, type Place, type Problem } from './problems';
import { ID_PATTERN, LANGUAGE_TAG } from './schema';

export interface CueLink extends Place {
  readonly cue: string;
}

interface InlineContext {
  readonly file: string;
  readonly problems: Problem[];
  /** Every `[words](cue:id)` in the order of the text. */
  readonly cueLinks: CueLink[];
}

export function placeOf(
  file: string,
  node: { readonly position?: { start: { line: number; column: number } } | undefined },
): Place {
  const start = node.position?.start;
  return { file, line: start?.line ?? 1, column: start?.column ?? 1 };
}

export function readInline(nodes: readonly PhrasingContent[], context: InlineContext): Inline[] {
  const { file, problems, cueLinks } = context;
  const inside = (node: { children: PhrasingContent[] }) => readInline(node.children, context);
  return nodes.flatMap((node): Inline[] => {
    const at = placeOf(file, node);
    switch (node.type) {
      case 'text':
        return [{ kind: 'text', text: node.value.replace(/\s*\n\s*/g, ' ') }];
      case 'break':
        return [{ kind: 'text', text: ' ' }];
      case 'emphasis':
      case 'strong':
        return [{ kind: node.type, parts: inside(node) }];
      case 'link': {
        const parts = inside(node);
        const cue = /^cue:(.+)$/.exec(node.url)?.[1];
        if (cue !== undefined && ID_PATTERN.test(cue)) {
          cueLinks.push({ ...at, cue });
          return [{ kind: 'cue', cue, parts }];
        }
        const language = /^lang:(.+)$/.exec(node.url)?.[1];
        if (language !== undefined && LANGUAGE_TAG.test(language)) return [{ kind: 'foreign', language, parts }];
        if (isHttps(node.url)) return [{ kind: 'link', href: node.url, parts }];
        problems.push(problem('link-not-allowed', at, { address: node.url }));
        return parts;
      }
      case 'html':
        // A closing tag belongs to one that is reported already.
        if (!node.value.startsWith('</')) problems.push(problem('markdown-html', at));
        return [];
      case 'image':
      case 'imageReference':
        problems.push(problem('markdown-unsupported', at, { what: 'A picture' }));
        return [];
      case 'inlineCode':
        problems.push(problem('markdown-unsupported', at, { what: 'Code between `backticks`' }));
        return [{ kind: 'text', text: node.value }];
      default:
        problems.push(problem('markdown-unsupported', at, { what: 'This' }));
        return [];
    }
  });
}

/** A full address of another site: nothing that runs, and nothing that depends on where this page stands. */
function isHttps(address: string): boolean {
  if (!/^https:\/\/[^\s/]/.test(address)) return false;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url !== undefined && url.username === '' && url.password === '';
}

/** The words alone. */
export const inlineText = (parts: readonly Inline[]): string =>
  parts.map((part) => (part.kind === 'text' ? part.text : inlineText(part.parts))).join('');
