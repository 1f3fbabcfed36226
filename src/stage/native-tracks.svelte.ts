/**
 * The browser's own subtitles show only where the page can't draw: in the full screen of iOS and in picture-in-picture of the bare film.
 * One of the two lies over the film at a time, never both. Descriptions stay off: a browser would read them aloud beside the voice that
 * the page gives them.
 */
import type { Preferences } from '../playback/preferences.svelte';
import { BARE_EVENTS, isBareAway } from './picture-in-picture.svelte';

export function nativeTracks(preferences: Preferences) {
  return (video: HTMLVideoElement): (() => void) => {
    const stop = new AbortController();
    const show = (shown: boolean) => {
      for (const track of video.textTracks) {
        if (!isOurs(track)) continue;
        // Native renderers show one language well, two badly: the main one.
        const wanted = track.kind === 'subtitles' && track.language === preferences.subtitles[0];
        track.mode = shown && wanted ? 'showing' : 'disabled';
      }
    };
    // Runs again when the viewer chooses other subtitles.
    show(isBare(video));
    // Some browsers switch a default track on once its file is there.
    video.textTracks.addEventListener('change', () => !isBare(video) && hideShowing(video), { signal: stop.signal });
    video.addEventListener('webkitbeginfullscreen', () => show(true), { signal: stop.signal });
    video.addEventListener('webkitendfullscreen', () => show(false), { signal: stop.signal });
    for (const name of BARE_EVENTS)
      video.addEventListener(name, () => show(isBareAway(video)), { signal: stop.signal });
    return () => stop.abort();
  };
}

function isBare(video: HTMLVideoElement): boolean {
  return isBareAway(video) || ('webkitDisplayingFullscreen' in video && video.webkitDisplayingFullscreen === true);
}

/** The clock has a track of its own, which must run on. */
const isOurs = ({ kind }: TextTrack) => kind === 'subtitles' || kind === 'descriptions';

function hideShowing(video: HTMLVideoElement): void {
  for (const track of video.textTracks) if (isOurs(track) && track.mode === 'showing') track.mode = 'disabled';
}
