/**
 * The start of a page. The build has written it whole, so it is there to be read, and a press on "play" plays the bare film at once; the
 * app comes when somebody comes near, takes over the page as it stands, and does what was pressed meanwhile. A page of which everything is
 * made by the app (a workshop, its papers) does not rest.
 */
import './styles/index.css';
import { storage } from './memory/storage';
import { guardBareFilm } from './resting/bare-guard';
import { playBare } from './resting/bare-play';
import { fitToLength } from './resting/fit-to-length';
import { KeptPresses } from './resting/kept-presses';
import { fetchParts, readPageAtRest, type PageAtRest } from './resting/page-at-rest';
import { Waker } from './resting/waker';

const html = document.documentElement;
const atRest = readPageAtRest(document);
const presses = new KeptPresses();
const waker = new Waker({
  load: async () => {
    if (atRest) fetchParts(document, atRest);
    const { startApp } = await import('./app');
    return startApp();
  },
  onAwake: (player) => {
    presses.replay();
    if (wanted && video?.paused) void player?.play();
  },
  onFail: () => {
    // The page says so, and the browser's own plays as well.
    delete html.dataset['started'];
    if (video) video.controls = true;
  },
});
const video = document.querySelector('video');
/** Somebody has pressed "play". */
let wanted = false;

if (!atRest) waker.wake();
else rest(atRest);
html.dataset['started'] = '';

function rest(page: PageAtRest): void {
  waker.listen(document.body);
  if (video) restFilm(video, page);
  presses.listen(document, waker.signal);
  // What the address asks for, or what this device has kept, is shown by the app.
  const keeps = storage((kept) => Object.keys(kept).some((key) => key.startsWith('dichterbij:')));
  if (location.hash !== '' || keeps || (video && !video.paused)) waker.wake();
}

function restFilm(video: HTMLVideoElement, { hard, duration, digits }: PageAtRest): void {
  const { signal } = waker;
  video.controls = false;
  const fit = () => fitToLength(document, Number.isFinite(video.duration) ? video.duration : duration, digits);
  fit();
  video.addEventListener('loadedmetadata', fit, { signal });
  const press = (event: Event): void => {
    if (!(event.target as Element).closest('[data-part=begin], [data-part=play], video')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    wanted = video.paused;
    waker.wake();
    // Where the address names a moment the film is not there yet.
    if (!wanted) video.pause();
    else if (location.hash === '' && video.querySelector('source') && !isInParts(video)) playBare(video, { signal });
  };
  document.addEventListener('click', press, { signal, capture: true });
  video.addEventListener('play', waker.wake, { signal });
  // A film that does not come is told by the app; the error of a `<source>` does not rise.
  video.addEventListener('error', waker.wake, { signal, capture: true });
  if (video.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) waker.wake();
  guardBareFilm(video, hard, { signal, onHold: () => (wanted = true) });
}

/** Such a film plays through an engine, which only the app can bring. */
const isInParts = (video: HTMLVideoElement): boolean => video.querySelector('source[type*="mpegurl" i]') !== null;
