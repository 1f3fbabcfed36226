/** What of the text somebody has selected: which lines, and which words of the first and last. */
import { cleanText } from '../../timeline/passage-text';

const LINE = '[data-part=line]';

export interface SelectedLines {
  /** Elements of the first and last line. */
  readonly first: Element;
  readonly last: Element;
  /** The language that the selection begins in. */
  readonly language: string | undefined;
  readonly range: Range;
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

export function selectedLines(list: HTMLElement, selection: Selection | null): SelectedLines | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!list.contains(range.commonAncestorContainer)) return undefined;
  const own = elementOf(range.commonAncestorContainer)?.closest(LINE);
  const touched = own ? [own] : [...list.querySelectorAll(LINE)].filter((line) => range.intersectsNode(line));
  // Where a selection ends at the very start of a line, nothing of that line is selected.
  const chosen = touched.filter((line) => wordsWithin(range, line) !== '');
  const [first] = chosen;
  const last = chosen.at(-1);
  if (!first || !last) return undefined;
  const language = elementOf(range.startContainer)?.closest<HTMLElement>('p[lang]')?.lang;
  return { first, last, language, range };
}

/** The words of `line` that are selected, without the name before them; in one language, or in all that it stands in. */
export function wordsWithin(range: Range, line: Element, language?: string): string {
  const texts = [...line.querySelectorAll<HTMLElement>('p[lang]')].filter(
    ({ lang }) => language === undefined || lang === language,
  );
  return cleanText(texts.map((text) => overlap(range, text)).join(' '));
}

function overlap(range: Range, text: HTMLElement): string {
  const part = document.createRange();
  part.selectNodeContents(text);
  const name = text.querySelector('b');
  if (name) part.setStartAfter(name);
  if (!range.intersectsNode(text)) return '';
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  return part.toString();
}
