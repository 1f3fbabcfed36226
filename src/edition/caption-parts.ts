/** Makes the pieces of a subtitle line out of the tree of tags of a cue. */
import type { LinePart } from '../timeline/edition-data';
import { decodeEntities, type VttNode } from './vtt-parser';

interface CueWords {
  readonly parts: readonly LinePart[];
  /** The classes in the order they are written: in an edition each is a theme. */
  readonly classes: readonly string[];
  readonly voices: readonly string[];
  /** True when some words are outside the voice, so that nobody says them. */
  readonly hasWordsWithoutVoice: boolean;
  /** Tags that have no meaning in a subtitle of an edition. */
  readonly unsupported: readonly string[];
}

type Around = Omit<LinePart, 'text'> & { readonly voice?: boolean };

export function readWords(nodes: readonly VttNode[]): CueWords {
  const parts: LinePart[] = [];
  const classes: string[] = [];
  const voices: string[] = [];
  const unsupported = new Set<string>();
  let hasWordsWithoutVoice = false;

  const add = (text: string, { voice, ...look }: Around) => {
    if (!voice && text.trim()) hasWordsWithoutVoice = true;
    const last = parts.at(-1);
    if (last && last.theme === look.theme && last.lang === look.lang && last.emphasis === look.emphasis)
      parts[parts.length - 1] = { ...last, text: last.text + text };
    else if (text) parts.push({ text, ...look });
  };
  const walk = (node: VttNode, around: Around): void => {
    if (node.type === 'text') return add(node.value, around);
    if (node.type === 'timestamp') {
      unsupported.add('Times inside a cue');
      return;
    }
    classes.push(...node.classes);
    const theme = node.classes[0];
    let inside: Around = theme === undefined ? around : { ...around, theme };
    if (node.name === 'v') {
      voices.push(decodeEntities(node.value).normalize('NFC'));
      inside = { ...inside, voice: true };
    } else if (node.name === 'lang' && node.value) inside = { ...inside, lang: node.value };
    else if (node.name === 'i' || node.name === 'b' || node.name === 'u') inside = { ...inside, emphasis: true };
    else if (node.name === 'ruby' || node.name === 'rt') unsupported.add('Small readings above words (ruby)');
    for (const child of node.children) walk(child, inside);
  };
  for (const node of nodes) walk(node, {});
  return { parts, classes, voices, hasWordsWithoutVoice, unsupported: [...unsupported] };
}
