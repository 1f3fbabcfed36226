/** Every word of the shipped edition has its place on the screen, in the longest of its texts and the largest letters, and can be read. */
import { page } from 'vitest/browser';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import RoomOpener from '../../../tests/support/RoomOpener.svelte';
import { ShippedLibrary } from '../../../tests/support/shipped-library';
import { agendaOf, wholeFilm, type Programme } from '../../programme/programme';
import { begin, ROOM_SIZES, type Session } from '../../programme/session';
import { addressBookOf, startSite } from '../../start';
import { itemWords } from '../../programme/item-words';
import '../../styles/index.css';

const BOXES = [
  [1280, 720],
  [1920, 1080],
  [1024, 768],
  [400, 225],
] as const;

const library = new ShippedLibrary();
const site = await startSite(library, addressBookOf(library), { view: 'room', language: 'nl' }, '/');
const { data } = library;
const programme: Programme = {
  items: [...wholeFilm(data).items, ...data.themes.map(({ id }) => ({ kind: 'theme' as const, id, talk: 8 }))],
};
const agenda = agendaOf(programme, data, site.player.timeline);

const longest = <T>(items: readonly T[], text: (item: T) => string): T =>
  items.reduce((one, other) => (text(other).length > text(one).length ? other : one));

type Shown = Pick<Session, 'scene' | 'cover'>;

/** The scenes with the longest texts of their kind; a card has two, and a hard passage makes it longer. */
function fullest(language: string): Record<string, Shown> {
  const words = library.words(language);
  const wordsOf = (item: number) => itemWords(agenda[item]!.item, words, '');
  const all = agenda.map((_, item) => item);
  const asked = all.flatMap((item) => wordsOf(item).questions.map((text, question) => ({ item, question, text })));
  const { item, question } = longest(asked, ({ text }) => text);
  const quoted = longest(data.quotes, ({ id }) => words.quotes[id]!);
  return {
    welcome: { scene: { kind: 'welcome' } },
    'longest title': { scene: { kind: 'card', item: longest(all, (each) => wordsOf(each).title) } },
    'longest summary': { scene: { kind: 'card', item: longest(all, (each) => wordsOf(each).summary) } },
    'hard passage': { scene: { kind: 'card', item: agenda.findIndex(({ notes }) => notes.length > 0) } },
    question: { scene: { kind: 'question', item, question } },
    quote: { scene: { kind: 'welcome' }, cover: { kind: 'quote', quote: quoted.id } },
    end: { scene: { kind: 'end' } },
  };
}

async function open(width: number, height: number) {
  await page.viewport(width, height);
  const { container, rerender } = await render(RoomOpener, { site, session: undefined, agenda, width, height });
  const stage = container.querySelector<HTMLElement>('[data-part=room]')!;
  const given = { id: 'workshop', programme, subtitles: [...data.languages], now: 0 } as const;
  const show = async (shown: Partial<Session>, language: string, size: Session['size']) => {
    await rerender({ session: { ...begin({ ...given, language, size }), ...shown } });
    await expect.poll(() => stage.querySelector('.scene')?.getAttribute('lang')).toBe(language);
    // Fitting happens between layout and paint.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    for (const animation of stage.getAnimations({ subtree: true })) animation.finish();
  };
  return { stage, show };
}

interface Line {
  readonly text: string;
  readonly block: Element;
  readonly box: DOMRect;
  readonly letters: number;
}

/** Each row of letters that is seen, with the element that it stands in. */
function linesIn(root: Element): Line[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const lines: Line[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const block = node.parentElement!;
    if (!node.textContent!.trim() || block.closest('.visually-hidden')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width > 0)
        lines.push({
          text: node.textContent!.trim(),
          block,
          box,
          letters: parseFloat(getComputedStyle(block).fontSize),
        });
  }
  return lines;
}

function problemsIn(root: Element, frame: DOMRect): string[] {
  const lines = linesIn(root);
  const outside = lines.filter(
    ({ box }) =>
      box.left < frame.left - 1 ||
      box.right > frame.right + 1 ||
      box.top < frame.top - 1 ||
      box.bottom > frame.bottom + 1,
  );
  const over = lines.filter((one, index) =>
    lines.slice(index + 1).some((other) => {
      // Rows of letters have some air around them, which may overlap.
      const air = 0.3 * Math.min(one.letters, other.letters);
      return (
        one.block !== other.block &&
        one.box.left < other.box.right - 1 &&
        other.box.left < one.box.right - 1 &&
        one.box.top + air < other.box.bottom &&
        other.box.top + air < one.box.bottom
      );
    }),
  );
  if (lines.length === 0) return ['nothing is shown'];
  return [...outside.map(({ text }) => `outside: ${text}`), ...over.map(({ text }) => `over another: ${text}`)];
}

test.each(BOXES)('cards fit %i × %i', async (width, height) => {
  const { stage, show } = await open(width, height);
  for (const language of data.languages)
    for (const [name, shown] of Object.entries(fullest(language)))
      for (const size of ['normal', 'largest'] as const) {
        await show(shown, language, size);
        const card = stage.querySelector('[data-part=card]')!;
        const found = problemsIn(card, stage.getBoundingClientRect());
        expect([language, name, size, ...found]).toEqual([language, name, size]);
        if (height !== 720) continue;
        // Small print is 20 pixels of a projector of 720, what is talked about at least 50.
        const letters = linesIn(card).map((line) => line.letters);
        expect([language, name, size, Math.min(...letters) >= 720 / 36]).toEqual([language, name, size, true]);
        const isTalkedAbout = name === 'question' || name === 'quote';
        if (isTalkedAbout)
          expect([language, name, size, Math.max(...letters) >= 50]).toEqual([language, name, size, true]);
      }
});

/** With the widest row of the edition in each language, and the one with most letters. */
const rowsOf = (language: string, cue: string) =>
  library
    .text(language)!
    .lines[cue]!.map(({ text }) => text)
    .join('')
    .split('\n');
const spoken = data.cues.filter(({ person }) => person !== undefined);
const widest = data.languages.flatMap((language) => [
  longest(spoken, ({ id }) => longest(rowsOf(language, id), (row) => row)),
  longest(spoken, ({ id }) => rowsOf(language, id).join('')),
]);

test.each(BOXES)('subtitles fit %i × %i, clear of the lower edge, in two rows a language', async (width, height) => {
  const { stage, show } = await open(width, height);
  const frame = stage.getBoundingClientRect();
  for (const { id, start, end } of widest) {
    const item = agenda.findIndex(({ chapter }) => chapter && start < chapter.end && end > chapter.start);
    site.player.seek(start + 0.05);
    for (const size of ROOM_SIZES) {
      await show({ scene: { kind: 'film', item } }, 'nl', size);
      const subtitles = stage.querySelector('[data-part=subtitles]')!;
      expect([id, size, ...problemsIn(subtitles, frame)]).toEqual([id, size]);
      expect(frame.bottom - subtitles.getBoundingClientRect().bottom).toBeGreaterThanOrEqual(height / 12);
      const [, ...lines] = [...subtitles.querySelectorAll('p')];
      expect(lines.length).toBe(data.languages.length);
      for (const line of lines)
        expect(new Set(linesIn(line).map(({ box }) => Math.round(box.top))).size).toBeLessThanOrEqual(2);
      if (height === 720) {
        // The page's own are 1/22 of the height; people in a room sit further away.
        const letters = linesIn(lines[0]!)[0]!.letters;
        expect([id, size, letters >= 720 / 18]).toEqual([id, size, true]);
      }
    }
  }
});
