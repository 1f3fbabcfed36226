/**
 * The browser's own subtitles show only where the page can't draw: in the full screen of iOS and in picture-in-picture of the bare film.
 * One of the two lies over the film at a time, never both.
 */
import type { Preferences } from '../playback/preferences.svelte';
import { BARE_EVENTS, isBareAway } from './picture-in-picture.svelte';

export function nativeTracks(preferences: Preferences) {
  return (video: HTMLVideoElement): (() => void) => {
    const stop = new AbortController();
    const show = (shown: boolean) => {
      for (const track of video.textTracks) {
        if (track.kind !== 'subtitles') continue;
        // Native renderers show one language well, two badly: the main one.
        track.mode = shown && track.language === preferences.subtitles[0] ? 'showing' : 'disabled';
      }
    };
    show(false);
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

function hideShowing(video: HTMLVideoElement): void {
  for (const track of video.textTracks)
    if (track.kind === 'subtitles' && track.mode === 'showing') track.mode = 'disabled';
}
