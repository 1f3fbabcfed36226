/**
 * Who plays a film in parts (HLS): Safari by itself, as Apple made it for that; every other browser with media sources by Video.js's own
 * engine. Some of those (Chromium since 142) say that they play it too, but not each of them in each version, and one engine everywhere is
 * one thing to test. A film that plays already is left as it is.
 */
import { isHls } from '../../timeline/film-source';

const withoutEngine = new WeakSet<HTMLVideoElement>();

/** The engine did not come in: the film is what the browser makes of its other sources. */
export const goWithoutEngine = (video: HTMLVideoElement): void => void withoutEngine.add(video);

/** Told by what WebKit alone has for its films, not by the name that a browser gives itself; on iOS it is in all of them. */
const isWebKit = (video: HTMLVideoElement): boolean => 'webkitSetPresentationMode' in video;

export function wantsEngine(video: HTMLVideoElement): boolean {
  // A site whose edition has no film in parts is built without all of this.
  if (!import.meta.env.FILM_IN_PARTS) return false;
  if (withoutEngine.has(video) || !video.paused || isWebKit(video) || !('MediaSource' in window)) return false;
  const first = [...video.querySelectorAll('source')].find(
    (source) => isHls(source) || video.canPlayType(source.type) !== '',
  );
  return first !== undefined && isHls(first);
}
