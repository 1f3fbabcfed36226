/**
 * The start of an embedded film. Small: it is all that the page around loads with the poster. The player comes when somebody is about to
 * play.
 */
import './styles/index.css';
import './embed/page.css';
import { guardBareFilm } from './embed/bare-guard';
import { beginningOf } from './embed/beginning';
import { dressCover } from './embed/dress-cover';
import { FrameLayout } from './embed/frame-layout';
import { LateFilm } from './embed/late-film';
import { knownOf, readRestingPage, type RestingPage } from './embed/resting-page';
import { EmbedBridge } from './sync/embed/embed-bridge';
import { decodeEmbedChoice } from './sync/embed/embed-link';
import type { Range } from './timeline/ranges';

/** Milliseconds that a film plays without controls while its player is on its way; then the browser's own stand in. */
const LATE = 1500;

const page = readRestingPage(document);
const video = document.querySelector('video');
const cover = document.querySelector<HTMLButtonElement>('[data-part=cover]');
if (page && video && cover) start(page, video, cover);

function start(page: RestingPage, video: HTMLVideoElement, cover: HTMLButtonElement): void {
  const html = document.documentElement;
  const root = new URL(html.dataset['root'] ?? './', location.href).pathname;
  const choice = decodeEmbedChoice(location.search, knownOf(page));
  const beginning = beginningOf(page, choice);
  const { part, until } = beginning;
  dressCover(document, choice, part, root);
  const layout = new FrameLayout(html);
  // The cover lies over the browser's own controls.
  video.controls = false;

  /** Until the player is there. */
  const waiting = new AbortController();
  const { signal } = waiting;
  /** Somebody who only comes near lets it be fetched once. */
  const near = new AbortController();
  let called = false;
  /** The film was paused to wait for its player, which then plays on. */
  let held = false;
  /** Fetches the player, which takes over the page as it stands. Safe to call often. */
  function wake(): void {
    if (called) return;
    called = true;
    import('./embed-player')
      .then(({ startPlayer }) => startPlayer({ choice, beginning, layout, root }))
      .finally(() => near.abort())
      .then(
        (player) => {
          waiting.abort();
          html.dataset['embed'] = 'ready';
          film.handOver(player);
          if (held && video.paused) film.run({ kind: 'play' });
        },
        (reason: unknown) => {
          // The player did not come in: the browser's own plays as well, and the next to play or to ask for more tries again.
          called = false;
          held = false;
          html.dataset['embed'] = 'bare';
          video.controls = true;
          if (video.readyState === 0 && video.currentTime === 0) video.currentTime = beginning.start;
          film.goOnBare();
          throw reason;
        },
      );
  }

  /** The film begins in the press itself, which is what browsers want to see; the player takes over what plays. */
  function press(): void {
    if (until <= beginning.start || !video.querySelector('source')) {
      // Something has to be asked first, which only the player can; a film at a service is asked for there too.
      film.run({ kind: 'play' });
    } else {
      if (video.readyState === 0) video.currentTime = beginning.start;
      // A browser that refuses leaves the cover where it is; the player asks once more.
      video.play().then(
        () => {
          // A film that comes in slowly begins after its player is there.
          if (signal.aborted) return;
          html.dataset['embed'] ??= 'begun';
          const late = setTimeout(() => (video.controls = true), LATE);
          signal.addEventListener('abort', () => clearTimeout(late));
        },
        () => {},
      );
    }
    wake();
  }
  cover.addEventListener('click', press, { signal });
  for (const intent of ['pointerenter', 'touchstart', 'focusin'] as const)
    document.body.addEventListener(intent, wake, { signal: near.signal, passive: true });
  video.addEventListener('play', wake, { signal });
  const partEnd: readonly Range[] = part?.end === undefined ? [] : [{ start: part.end, end: Infinity }];
  guardBareFilm(video, [...page.hard, ...partEnd], { signal, onHold: () => (held = called) });
  // A text beside the film is there to be read, also by who does not play.
  if (choice.transcript) {
    if (document.readyState === 'complete') wake();
    else addEventListener('load', wake, { signal: near.signal });
  }

  const language = html.lang;
  const film = new LateFilm({
    video,
    start: beginning.start,
    duration: page.duration,
    chapterAt: (time) => {
      const index = page.chapters.findLastIndex((chapter) => chapter.start <= time);
      const chapter = page.chapters[index];
      return chapter && { id: chapter.id, title: chapter.cover.title, index };
    },
    theme: choice.theme,
    language,
    subtitles: choice.subtitles ?? [language],
    wake,
  });
  const bridge = new EmbedBridge({ film, partners: page.partners, page: document.body });
  bridge.onFollowsHeight = () => layout.follow(bridge.followsHeight);
  bridge.start();
}
