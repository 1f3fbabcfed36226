/**
 * The start of an embedded film. Small: it is all that the page around loads with the poster. The player comes when somebody is about to
 * play.
 */
import './styles/index.css';
import './embed/page.css';
import { beginningOf } from './embed/beginning';
import { dressCover } from './embed/dress-cover';
import { FrameLayout } from './embed/frame-layout';
import { LateFilm } from './embed/late-film';
import { knownOf, type RestingPage } from './embed/resting-page';
import { guardBareFilm } from './resting/bare-guard';
import { playBare } from './resting/bare-play';
import { fetchParts, readPageAtRest, rootOf } from './resting/page-at-rest';
import { fetchRefusedStyles } from './resting/refused-styles';
import { Waker } from './resting/waker';
import { EmbedBridge } from './sync/embed/embed-bridge';
import { decodeEmbedChoice } from './sync/embed/embed-link';
import type { Range } from './timeline/ranges';

fetchRefusedStyles(document);
const page = readPageAtRest<RestingPage>(document);
const video = document.querySelector('video');
const cover = document.querySelector<HTMLButtonElement>('[data-part=cover]');
if (page && video && cover) start(page, video, cover);

function start(page: RestingPage, video: HTMLVideoElement, cover: HTMLButtonElement): void {
  const html = document.documentElement;
  const root = rootOf(document);
  const choice = decodeEmbedChoice(location.search, knownOf(page));
  const beginning = beginningOf(page, choice);
  const { part, until } = beginning;
  dressCover(document, choice, part, root);
  const layout = new FrameLayout(html);
  // The cover lies over the browser's own controls.
  video.controls = false;

  /** The film was paused to wait for its player, which then plays on. */
  let held = false;
  const waker = new Waker({
    load: async () => {
      fetchParts(document, page);
      const { startPlayer } = await import('./embed-player');
      return startPlayer({ choice, beginning, layout, root });
    },
    onAwake: (player) => {
      html.dataset['embed'] = 'ready';
      film.handOver(player);
      if (held && video.paused) film.run({ kind: 'play' });
    },
    // The browser's own plays as well.
    onFail: () => {
      held = false;
      html.dataset['embed'] = 'bare';
      video.controls = true;
      if (video.readyState === 0 && video.currentTime === 0) video.currentTime = beginning.start;
      film.goOnBare();
    },
  });
  const { signal, wake } = waker;

  /** The film begins in the press itself, which is what browsers want to see; the player takes over what plays. */
  function press(): void {
    if (until <= beginning.start || !video.querySelector('source')) {
      // Something has to be asked first, which only the player can; a film at a service is asked for there too.
      film.run({ kind: 'play' });
    } else {
      if (video.readyState === 0) video.currentTime = beginning.start;
      // A browser that refuses leaves the cover where it is; the player asks once more.
      playBare(video, { signal, onBegin: () => (html.dataset['embed'] ??= 'begun') });
    }
    wake();
  }
  cover.addEventListener('click', press, { signal });
  waker.listen(document.body);
  video.addEventListener('play', wake, { signal });
  const partEnd: readonly Range[] = part?.end === undefined ? [] : [{ start: part.end, end: Infinity }];
  guardBareFilm(video, [...page.hard, ...partEnd], { signal, onHold: () => (held = waker.called) });
  // A text beside the film is there to be read, also by who does not play.
  if (choice.transcript) {
    if (document.readyState === 'complete') wake();
    else addEventListener('load', wake, { signal });
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
  // Nothing in a page at rest could change its words.
  import.meta.hot?.on('dichterbij:text', () => waker.called || location.reload());
}
