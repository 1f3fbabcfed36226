/** The sentences of a portrait as they stand on the page, and how one is marked there without touching its elements. */
import type { ReadSentence } from '../../speech/reading.svelte';
import { sentencesOf } from '../../speech/sentences';

export interface PlacedSentence extends ReadSentence {
  readonly block: HTMLElement;
  /** Place in the text of `block`. */
  readonly start: number;
  readonly end: number;
}

const NAME = 'read-aloud';

/** Every block that is marked `data-aloud`; its value names the part it belongs to. A note is read before the part it warns of. */
export function sentencesOn(page: HTMLElement, language: string): readonly PlacedSentence[] {
  const blocks = [...page.querySelectorAll<HTMLElement>('[data-aloud]')];
  return blocks.flatMap((block, index) => {
    const { aloud: part = '', aloudNote: note } = block.dataset;
    const sentences = sentencesOf(
      textsOf(block)
        .map(({ data }) => data)
        .join(''),
      language,
    );
    const noteEnds = note !== undefined && blocks[index + 1]?.dataset['aloudNote'] === undefined;
    return sentences.map((sentence, at) => ({
      ...sentence,
      part,
      block,
      holds: noteEnds && at === sentences.length - 1,
    }));
  });
}

/** The words of the text itself: an open gloss stands among them and is not part of it. */
function textsOf(block: HTMLElement): readonly Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.closest('[data-part=gloss]')) texts.push(node as Text);
  return texts;
}

/** Made anew each time: what sounds in the film is marked by elements of its own, which come and go. */
export function rangeOf({ block, start, end }: PlacedSentence): Range {
  const range = document.createRange();
  let passed = 0;
  for (const node of textsOf(block)) {
    const { length } = node;
    if (start >= passed && start < passed + length) range.setStart(node, start - passed);
    if (end > passed && end <= passed + length) range.setEnd(node, end - passed);
    passed += length;
  }
  return range;
}

/** Marks `sentence` until it is called back. Browsers that can't mark a part of a text show its block. */
export function mark(sentence: PlacedSentence): () => void {
  if ('highlights' in CSS) {
    CSS.highlights.set(NAME, new Highlight(rangeOf(sentence)));
    return () => void CSS.highlights.delete(NAME);
  }
  sentence.block.toggleAttribute('data-aloud-now', true);
  return () => void sentence.block.toggleAttribute('data-aloud-now', false);
}
