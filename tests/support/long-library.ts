/** An edition of any length, made for the tests: chapters of 500 lines, five seconds a line. */
import { Library } from '../../src/loading/library.svelte';
import type { Cue, EditionData, EditionText, LinePart } from '../../src/timeline/edition-data';

const CHAPTER = 500;
const TEXTS: Record<string, (index: number) => readonly LinePart[]> = {
  nl: (index) => [
    { text: `Regel ${index} gaat over ` },
    { text: 'dichter bij', theme: 'samen' },
    { text: '\nde cliënt.' },
  ],
  en: (index) => [{ text: `Line ${index} is about ` }, { text: 'coming\ncloser', theme: 'samen' }, { text: '.' }],
};

export class LongLibrary extends Library {
  override readonly data: EditionData;

  constructor(readonly count: number) {
    super();
    const cues = Array.from({ length: count }, (_, index): Cue => ({
      id: `l-${index}`,
      start: index * 5,
      end: index * 5 + 4,
      themes: ['samen'],
      ...(index % 2 === 1 && { person: 'mila' }),
    }));
    const chapters = Array.from({ length: Math.ceil(count / CHAPTER) }, (_, index) => ({
      id: `chapter-${index}`,
      from: `l-${index * CHAPTER}`,
      to: `l-${Math.min(count, (index + 1) * CHAPTER) - 1}`,
    }));
    this.data = { ...new Library().data, cues, chapters, quotes: [], notes: [], descriptions: [] };
  }

  override text(language: string): EditionText | undefined {
    const text = super.text(language);
    return text && this.#lengthened(text);
  }

  readonly #long = new Map<EditionText, EditionText>();

  #lengthened(text: EditionText): EditionText {
    const known = this.#long.get(text);
    if (known) return known;
    const { chapters, cues } = this.data;
    // A chapter has words for the room as well; the text of the film shows its title.
    const words = Object.values(text.words.chapters)[0]!;
    const titles = chapters.map(({ id }, index) => [id, { ...words, title: `Deel ${index + 1} & verder` }] as const);
    const lines = cues.map(({ id }, index) => [id, TEXTS[text.language]!(index)] as const);
    const long: EditionText = {
      ...text,
      words: { ...text.words, chapters: Object.fromEntries(titles) },
      lines: Object.fromEntries(lines),
    };
    this.#long.set(text, long);
    return long;
  }
}
