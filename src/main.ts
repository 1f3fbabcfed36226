/**
 * The start of a page. The build has written it whole, so it is there to be read, and a press on "play" plays the bare film at once; the
 * app comes when somebody comes near, takes over the page as it stands, and does what was pressed meanwhile. A page of which everything is
 * made by the app (a workshop, its papers) does not rest.
 *
 * It runs as soon as it is there, also while the page is still being read: on a slow phone that takes longer than all the rest.
 */
import './styles/index.css';
import { storage } from './memory/storage';
import { guardBareFilm } from './resting/bare-guard';
import { playBare } from './resting/bare-play';
import { fitToLength } from './resting/fit-to-length';
import { KeptPresses } from './resting/kept-presses';
import { fetchParts, readPageAtRest, type PageAtRest } from './resting/page-at-rest';
import { fetchRefusedStyles } from './resting/refused-styles';
import { Waker } from './resting/waker';
import { whole } from './resting/whole';

const html = document.documentElement;
fetchRefusedStyles(document);
const atRest = readPageAtRest(document);
const presses = new KeptPresses();
const waker = new Waker({
  load: async () => {
    // The press that woke the page plays the film first: asking for all the parts takes a slow phone 50 ms.
    await new Promise((next) => setTimeout(next));
    if (atRest) fetchParts(document, atRest);
    const [{ startApp }] = await Promise.all([import('./app'), whole(document)]);
    return startApp();
  },
  onAwake: (player) => {
    delete html.dataset['rests'];
    // It may have failed to come in before.
    html.dataset['started'] = '';
    presses.replay();
    // The pointer is there already, and enters no more.
    if (document.querySelector('[data-part=begin]:hover, [data-part=begin]:focus')) void player?.prepare();
    if (wanted && film()?.paused) void player?.play();
  },
  onFail: () =>
    void whole(document).then(() => {
      // The page says so, and the browser's own plays as well.
      delete html.dataset['started'];
      const video = film();
      if (video) video.controls = true;
    }),
});
const film = () => document.querySelector('video');
/** Somebody has pressed "play". */
let wanted = false;

void whole(document).then(() => {
  const video = film();
  if (video && atRest && !waker.signal.aborted) takeFilm(video, atRest);
  html.dataset['started'] = '';
});
if (!atRest) waker.wake();
else rest();
// Nothing in a page at rest could change its words.
import.meta.hot?.on('dichterbij:text', () => waker.called || location.reload());

function rest(): void {
  waker.listen(document);
  listenForPlay();
  presses.listen(document, waker.signal);
  // What the address asks for, or what this device has kept, is shown by the app.
  const keeps = storage((kept) => Object.keys(kept).some((key) => key.startsWith('dichterbij:')));
  if (location.hash !== '' || keeps) waker.wake();
}

function listenForPlay(): void {
  const { signal } = waker;
  const press = (event: Event): void => {
    if (!(event.target as Element).closest('[data-part=begin], [data-part=play], video')) return;
    const video = film();
    if (!video) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    wanted = video.paused;
    waker.wake();
    // Where the address names a moment the film is not there yet.
    if (!wanted) video.pause();
    else if (location.hash === '' && video.querySelector('source') && !isInParts(video)) playBare(video, { signal });
  };
  document.addEventListener('click', press, { signal, capture: true });
}

function takeFilm(video: HTMLVideoElement, { hard, duration, digits }: PageAtRest): void {
  const { signal } = waker;
  video.controls = false;
  const fit = () => fitToLength(document, Number.isFinite(video.duration) ? video.duration : duration, digits);
  fit();
  video.addEventListener('loadedmetadata', fit, { signal });
  video.addEventListener('play', waker.wake, { signal });
  if (!video.paused) waker.wake();
  // A film that does not come is told by the app; the error of a `<source>` does not rise.
  video.addEventListener('error', waker.wake, { signal, capture: true });
  if (video.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) waker.wake();
  guardBareFilm(video, hard, { signal, onHold: () => (wanted = true) });
  fetchWhenQuiet(video, signal);
}

/** The beginning of the film is at hand when somebody presses "play", and comes in after what is to be seen first. */
function fetchWhenQuiet(video: HTMLVideoElement, signal: AbortSignal): void {
  // A page about something else has it too, out of sight.
  if (video.closest('[hidden]')) return;
  const fetch = () => (video.preload = 'metadata');
  if (document.readyState === 'complete') fetch();
  else addEventListener('load', fetch, { signal, once: true });
}

/** Such a film plays through an engine, which only the app can bring. */
const isInParts = (video: HTMLVideoElement): boolean => video.querySelector('source[type*="mpegurl" i]') !== null;
