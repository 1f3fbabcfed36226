import { tick } from 'svelte';
import { page } from 'vitest/browser';
import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import RoomOpener from '../../../tests/support/RoomOpener.svelte';
import en from '../../language/words/en.json';
import nl from '../../language/words/nl.json';
import { Library } from '../../loading/library.svelte';
import { agendaOf, type Programme } from '../../programme/programme';
import type { Scene } from '../../programme/scenes';
import { begin, type Session } from '../../programme/session';
import { addressBookOf, startSite, type Site } from '../../start';
import '../../styles/index.css';

const programme: Programme = {
  items: [
    { kind: 'chapter', id: 'mila', talk: 5 },
    { kind: 'chapter', id: 'tom', talk: 5 },
    { kind: 'theme', id: 'samen', talk: 5 },
  ],
};
const first = begin({ id: 'workshop', programme, language: 'nl', subtitles: ['nl'], size: 'normal', now: 0 });

let site: Site;
let show: (session?: Partial<Session>) => Promise<void>;
let stage: HTMLElement;

async function open({ preview = false } = {}): Promise<void> {
  await page.viewport(1280, 720);
  const library = new Library();
  site = await startSite(library, addressBookOf(library), { view: 'room', language: 'nl' }, '/');
  const agenda = agendaOf(programme, library.data, site.player.timeline);
  const { container, rerender } = await render(RoomOpener, { site, session: undefined, agenda, preview });
  stage = container.querySelector<HTMLElement>('[data-part=room]')!;
  show = async (session) => {
    await rerender({ session: { ...first, ...session } });
    await expect.poll(() => stage.querySelector('.scene')).not.toBeNull();
    await tick();
  };
}
afterEach(() => vi.restoreAllMocks());

const card = () => stage.querySelector<HTMLElement>('[data-part=card]')!;
const heading = () => stage.querySelector('h1')!.textContent.trim();
const film = () => stage.querySelector('video')!;
/** How the film stands there. Never by its visibility: played out of sight like that, it would stand still in WebKitGTK. */
function place() {
  const box = stage.querySelector<HTMLElement>('[data-part=film]')!;
  const { visibility, display } = getComputedStyle(film());
  return { opacity: getComputedStyle(box).opacity, inert: box.inert, visibility, display };
}
const SEEN = { opacity: '1', inert: false, visibility: 'visible', display: 'block' };
const UNSEEN = { ...SEEN, opacity: '0', inert: true };
const subtitles = () => stage.querySelector<HTMLElement>('[data-part=subtitles]');
const said = () => stage.querySelector('[role=status]')?.textContent;
const words = (language: string) => site.library.words(language);
const goTo = (cue: string) => site.player.seek(site.library.data.cues.find(({ id }) => id === cue)!.start + 0.1);

const everyScene: readonly Scene[] = [
  { kind: 'welcome' },
  { kind: 'card', item: 0 },
  { kind: 'film', item: 0 },
  { kind: 'question', item: 0, question: 0 },
  { kind: 'card', item: 2 },
  { kind: 'film', item: 2 },
  { kind: 'end' },
];

test('a window that was opened cold waits for the host', async () => {
  await open();
  expect(heading()).toBe(nl.room.waiting);
});

test('welcome: the title, and what this film is', async () => {
  await open();
  await show();
  expect(heading()).toBe(words('nl').title);
  expect(card().textContent).toContain(words('nl').standInNote);
});

test('card: what comes, how long it lasts, and who to call where it is hard', async () => {
  await open();
  await show({ scene: { kind: 'card', item: 1 } });
  const { tom } = words('nl').chapters;
  const note = words('nl').notes['verlies']!;
  expect(heading()).toBe(tom!.title);
  for (const text of [tom!.summary, 'Deel 2 van 3', nl.room.lastsShort, note.title, note.text, nl.room.lookAway])
    expect(card().textContent).toContain(text);
  expect(card().textContent).toContain(note.help[0]!.how);
  // A press on it would lead away from the room.
  expect(card().querySelector('a')).toBeNull();

  await show({ scene: { kind: 'card', item: 0 } });
  expect(card().querySelector('section')).toBeNull();
});

test('card of a theme', async () => {
  await open();
  await show({ scene: { kind: 'card', item: 2 } });
  expect(heading()).toBe(words('nl').themes['samen']!.label);
  expect(card().textContent).toContain(words('nl').themes['samen']!.about);
});

test('question: whose it is, which of how many, and a usual one where the edition asks nothing', async () => {
  await open();
  const { title, questions } = words('nl').chapters['mila']!;
  await show({ scene: { kind: 'question', item: 0, question: 1 } });
  expect(heading()).toBe(questions[1]);
  expect(card().textContent).toContain(`${title} · vraag 2 van 2`);
  const theme = words('nl').themes['samen']!;
  const asked = 'questions' in theme ? (theme.questions as string[]) : [];
  await show({ scene: { kind: 'question', item: 2, question: 0 } });
  expect(heading()).toBe(asked[0] ?? nl.programme.usualQuestion);
});

test('end: thanks, where the film is, and who to call', async () => {
  await open();
  await show({ scene: { kind: 'end' } });
  expect(heading()).toBe(nl.room.thanks);
  expect(card().textContent.replaceAll(/\s/g, '')).toContain(`${location.host}/nl/`);
  expect(card().textContent).toContain(words('nl').notes['verlies']!.help[0]!.name);
});

test('film: the line that sounds in the chosen languages, with who says it, and nothing to press', async () => {
  await open();
  goTo('tom-02');
  await show({ scene: { kind: 'film', item: 1 }, subtitles: ['nl', 'en'] });
  await expect.poll(() => subtitles()?.querySelectorAll('p').length).toBe(3);
  const [who, ...lines] = [...subtitles()!.querySelectorAll('p')];
  expect(who!.textContent).toBe('Tom');
  expect(lines.map(({ lang }) => lang)).toEqual(['nl', 'en']);
  for (const line of lines) {
    const parts = site.library.text(line.lang)!.lines['tom-02']!;
    const written = parts.map(({ text }) => text).join('');
    expect([...line.querySelectorAll('.row')].map((row) => row.textContent).join('\n')).toBe(written);
  }
  expect(subtitles()!.querySelector('a, button, [tabindex]')).toBeNull();
  expect(card()).toBeNull();
  await expect.poll(place).toEqual(SEEN);
  await show({ scene: { kind: 'film', item: 1 }, subtitles: [] });
  expect(subtitles()).toBeNull();
});

test('no line of another chapter is shown while the film is on its way', async () => {
  await open();
  goTo('mila-02');
  await show({ scene: { kind: 'film', item: 1 } });
  expect(subtitles()).toBeNull();
  goTo('tom-01');
  await expect.poll(subtitles).not.toBeNull();
});

test('a quote is retold, says so, and has its own quotation marks only where the words are literal', async () => {
  await open();
  const scene: Scene = { kind: 'film', item: 1 };
  await show({ scene, cover: { kind: 'quote', quote: 'mila-licht' } });
  const words_ = () => card().querySelector('blockquote')!;
  expect(words_().textContent).toBe(words('nl').quotes['mila-licht']);
  expect(words_().querySelector('q')).toBeNull();
  expect(card().textContent).not.toMatch(/["“”„«»]/);
  await expect.element(page.getByText(nl.quote.retold)).toBeVisible();
  expect(card().querySelector('figcaption')!.textContent).toMatch(/Mila\s+bakker/);
  expect(card().querySelector('.side.round')).not.toBeNull();

  await show({ scene, cover: { kind: 'quote', quote: 'tom-stoel' } });
  expect(words_().querySelector('q')!.textContent).toBe(words('nl').quotes['tom-stoel']);
  await expect.element(page.getByText(nl.quote.retold)).not.toBeInTheDocument();
  expect(card().querySelector('.side.straight')).not.toBeNull();
  // The film stands still below it, and is not to be seen.
  await expect.poll(place).toEqual(UNSEEN);
});

test('black is black: nothing of the scene is left', async () => {
  await open();
  goTo('tom-02');
  for (const scene of everyScene) {
    await show({ scene, cover: { kind: 'black' } });
    const black = stage.querySelector<HTMLElement>('[data-part=black]')!;
    expect(black.getBoundingClientRect()).toEqual(stage.getBoundingClientRect());
    expect(getComputedStyle(black).backgroundColor).toBe('rgb(0, 0, 0)');
    expect([subtitles(), card(), place()]).toEqual([null, null, UNSEEN]);
    const box = stage.getBoundingClientRect();
    const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    expect(seen).toBe(black);
  }
});

test('cards are in the language of the session, the rest of the page stays', async () => {
  await open();
  await show({ scene: { kind: 'end' }, language: 'en' });
  await expect.poll(heading).toBe(en.room.thanks);
  expect(stage.querySelector('.scene')!.getAttribute('lang')).toBe('en');
  await show({ scene: { kind: 'end' }, language: 'nl' });
  await expect.poll(heading).toBe(nl.room.thanks);
  await show({ scene: { kind: 'question', item: 0, question: 0 }, language: 'en' });
  await expect.poll(heading).toBe(words('en').chapters['mila']!.questions[0]);
  expect(site.language.code).toBe('nl');
});

test('words that do not come in leave no empty screen', async () => {
  await open();
  await show({ language: 'fy' });
  await expect.poll(heading).toBe(words('nl').title);
});

test('the film is one element through all scenes, and loads on while it is not seen', async () => {
  await open();
  const own = film();
  expect(own.preload).toBe('auto');
  for (const language of ['nl', 'en'])
    for (const scene of everyScene) {
      await show({ scene, language });
      expect([film() === own, own.isConnected, getComputedStyle(own).display]).toEqual([true, true, 'block']);
      await show({ scene, language, cover: { kind: 'quote', quote: 'mila-licht' } });
      expect(film()).toBe(own);
    }
});

test('a press on the film does nothing, and nothing can take the keyboard there', async () => {
  await open();
  await show({ scene: { kind: 'film', item: 0 } });
  const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
  const box = film().getBoundingClientRect();
  expect(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)).not.toBe(film());
  for (const name of ['click', 'dblclick', 'contextmenu'])
    film().dispatchEvent(new MouseEvent(name, { bubbles: true }));
  film().focus();
  expect(document.activeElement).not.toBe(film());
  expect([film().controls, play.mock.calls.length]).toEqual([false, 0]);
});

test('the room says what is new, politely; its preview says nothing and can not be reached', async () => {
  await open();
  await show({ scene: { kind: 'card', item: 0 } });
  expect([said(), stage.inert]).toEqual(['Nu komt: Mila', false]);
  expect(stage.querySelectorAll('h1').length).toBe(1);
  await show({ scene: { kind: 'film', item: 0 } });
  expect([said(), heading()]).toEqual(['De film speelt: Mila', 'Mila']);
  await show({ scene: { kind: 'film', item: 0 }, cover: { kind: 'black' } });
  expect(said()).toBe(nl.room.said.black);

  await open({ preview: true });
  await show({ scene: { kind: 'card', item: 0 } });
  expect([said(), stage.inert]).toEqual([undefined, true]);
});

test('a report of the room, which makes the session new, makes no card anew', async () => {
  await open();
  await show({ scene: { kind: 'question', item: 0, question: 0 } });
  const before = card();
  await show({ scene: { kind: 'question', item: 0, question: 0 }, film: { take: 1, time: 3, playing: false } });
  expect(card()).toBe(before);
  await show({ scene: { kind: 'question', item: 0, question: 1 } });
  expect(card()).not.toBe(before);
});
