/**
 * As much of a document as Video.js's caption reader asks for, so that it runs where there is no browser: elements that can hold each
 * other, and a text area that reads HTML's named characters.
 */
import { HTML_ENTITIES, numberedCharacter } from './vtt-parser';

export class TinyNode {
  readonly localName: string;
  readonly childNodes: TinyNode[] = [];
  readonly style: Record<string, string> = {};
  parentNode: TinyNode | undefined;
  className = '';
  title = '';
  lang = '';
  textContent: string;

  constructor(localName: string, textContent = '') {
    this.localName = localName;
    this.textContent = textContent;
  }

  set innerHTML(html: string) {
    this.textContent = decodeHtml(html);
  }

  appendChild(child: TinyNode): TinyNode {
    child.parentNode = this;
    this.childNodes.push(child);
    return child;
  }
}

export const tinyDocument = {
  createElement: (name: string) => new TinyNode(name),
  createTextNode: (text: string) => new TinyNode('#text', text),
  createProcessingInstruction: () => new TinyNode('#time'),
};

/** As browsers do it: some old names are read without their semicolon as well, even at the start of a longer word. */
function decodeHtml(html: string): string {
  const entities: Readonly<Record<string, string>> = HTML_ENTITIES;
  return html.replace(
    /&(?:#(\d+);?|#[xX]([\da-fA-F]+);?|[a-zA-Z][a-zA-Z\d]*;?)/g,
    (written: string, decimal?: string, hexadecimal?: string) => {
      const digits = decimal ?? hexadecimal;
      if (digits) return numberedCharacter(Number.parseInt(digits, decimal === undefined ? 16 : 10));
      for (let length = written.length; length > 1; length -= 1) {
        const character = entities[written.slice(0, length)];
        if (character !== undefined) return character + written.slice(length);
      }
      return written;
    },
  );
}
