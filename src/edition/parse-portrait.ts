/** Reads the written texts of an edition: portraits and the about page. Both are a title, an introduction and titled paragraphs. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Heading, List, RootContent } from 'mdast';
import type { Fact, Inline } from '../timeline/edition-data';
import { inlineText, placeOf, readInline, type CueLink } from './markdown-inline';
import { problem, type Place, type Problem } from './problems';
import { ID_PATTERN } from './schema';
import type { TextFile } from './text-file';

export interface Section extends Place {
  /** Empty where the maker wrote none. */
  readonly id: string;
  readonly title: string;
  /** As the maker names them, in the default language only. */
  readonly cues: readonly string[];
  readonly text: readonly (readonly Inline[])[];
  readonly cueLinks: readonly CueLink[];
}

/** One paragraph of words, with or without a title above it. */
export interface Block extends Place {
  readonly parts: readonly Inline[];
}

export interface Article {
  readonly file: string;
  readonly title: Place & { readonly text: string };
  readonly intro: readonly (readonly Inline[])[];
  readonly introLinks: readonly CueLink[];
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
  /** The words of the introduction and of every section, with where they stand. */
  readonly blocks: readonly Block[];
}

interface OpenSection extends Place {
  id: string;
  title: string;
  cues: string[];
  text: Inline[][];
  cueLinks: CueLink[];
}

/** `name`: what the title of the file must be, for the message where it is missing. */
export function parseArticle({ file, text }: TextFile, name: string, problems: Problem[]): Article {
  const intro: Inline[][] = [];
  const introLinks: CueLink[] = [];
  const facts: Fact[] = [];
  const sections: OpenSection[] = [];
  const blocks: Block[] = [];
  let title: Article['title'] | undefined;

  for (const node of parseBlocks(text, file, problems)) {
    const at = placeOf(file, node);
    const section = sections.at(-1);
    const cueLinks = section?.cueLinks ?? introLinks;
    const refuse = (what: string) => problems.push(problem('markdown-unsupported', at, { what }));
    if (node.type === 'heading' && node.depth === 1 && !title)
      title = { ...at, text: headingText(node, file, problems) };
    else if (node.type === 'heading' && node.depth === 2) sections.push(openSection(node, file, problems));
    else if (node.type === 'heading') refuse(node.depth === 1 ? 'A second main title' : 'A title below a title');
    else if (node.type === 'paragraph') {
      const parts = readInline(node.children, { file, problems, cueLinks });
      if (/^\s*\|.*\|/m.test(inlineText(parts))) refuse('A table');
      (section?.text ?? intro).push(parts);
      blocks.push({ ...at, parts });
    } else if (node.type === 'list' && !section) facts.push(...readFacts(node, file, problems));
    else if (node.type === 'html') problems.push(problem('markdown-html', at));
    else refuse(BLOCKS[node.type] ?? 'This');
  }

  if (!title) problems.push(problem('title-missing', { file, line: 1 }, { name }));
  if (!intro.length) problems.push(problem('headline-missing', title ?? { file, line: 1 }));
  for (const section of sections) {
    if (!section.text.length) problems.push(problem('paragraph-empty', section, { id: section.id || section.title }));
  }
  refuseDoubles(sections, problems);
  return { file, title: title ?? { file, line: 1, text: name }, intro, introLinks, facts, sections, blocks };
}

const BLOCKS: Record<string, string> = {
  blockquote: 'A block quotation',
  code: 'A block of code (also made by four spaces at the start of a line)',
  definition: 'A link definition',
  list: 'A list',
  thematicBreak: 'A dividing line',
};

/** Signs of a file: five times a long one. Some texts that are far longer take the parser minutes. */
const LONGEST = 20_000;

function parseBlocks(text: string, file: string, problems: Problem[]): RootContent[] {
  if (text.length > LONGEST) {
    const what = `A text of more than ${LONGEST} characters`;
    problems.push(problem('markdown-unsupported', { file, line: 1 }, { what }));
    return [];
  }
  try {
    return fromMarkdown(text).children;
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    problems.push(problem('markdown-unsupported', { file, line: 1 }, { what: 'Text nested this deep' }));
    return [];
  }
}

function headingText(node: Heading, file: string, problems: Problem[]): string {
  return inlineText(readInline(node.children, { file, problems, cueLinks: [] })).trim();
}

/** `## Title {#id cues="anna-01 anna-02"}` */
function openSection(node: Heading, file: string, problems: Problem[]): OpenSection {
  const at = placeOf(file, node);
  const whole = headingText(node, file, problems);
  const [, words = whole, braces] = /^(.*?)\s*(\{[^{}]*\})?$/s.exec(whole) ?? [];
  const parts = /^\{#(\S+?)(?:\s+cues=["“”]([^"“”]*)["“”])?\s*\}$/.exec(braces ?? '');
  const id = parts?.[1] ?? '';
  const cues = (parts?.[2] ?? '').split(/\s+/).filter(Boolean);
  const isReadable = [id, ...cues].every((one) => ID_PATTERN.test(one));
  if (!braces) problems.push(problem('paragraph-without-id', at, { title: words }));
  else if (!isReadable) problems.push(problem('paragraph-id-form', at, { title: words }));
  return { ...at, id: isReadable ? id : '', title: words, cues: isReadable ? cues : [], text: [], cueLinks: [] };
}

function readFacts(list: List, file: string, problems: Problem[]): Fact[] {
  return list.children.flatMap((item): Fact[] => {
    const [only, ...more] = item.children;
    const parts = only?.type === 'paragraph' ? readInline(only.children, { file, problems, cueLinks: [] }) : [];
    const [, label, value] = /^([^:]{1,40}):\s+(.+)$/s.exec(inlineText(parts)) ?? [];
    if (label && value && !more.length && !list.ordered) return [{ label: label.trim(), value: value.trim() }];
    problems.push(problem('fact-form', placeOf(file, item)));
    return [];
  });
}

function refuseDoubles(sections: readonly OpenSection[], problems: Problem[]): void {
  const lines = new Map<string, number>();
  for (const section of sections) {
    const first = lines.get(section.id);
    if (first === undefined) lines.set(section.id, section.line);
    else if (section.id) problems.push(problem('paragraph-id-double', section, { id: section.id, first }));
  }
}

/** All words of the text, titles and facts included. */
export function countWords({ title, intro, facts, sections }: Article): number {
  const written = [
    title.text,
    ...intro.map(inlineText),
    ...facts.map(({ label, value }) => `${label} ${value}`),
    ...sections.flatMap((section) => [section.title, ...section.text.map(inlineText)]),
  ];
  return written
    .join(' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
