/**
 * Media keys, headsets, lock screens: what the system shows of a film that has been started, and what it may ask. Chapters are its
 * tracks. Every part is tried on its own: browsers refuse actions that they do not know with a TypeError.
 */
import { untrack } from 'svelte';
import type { Library } from '../loading/library.svelte';
import type { Navigator } from '../navigation/navigator.svelte';
import type { Now } from '../playback/now.svelte';
import type { Player } from '../playback/player.svelte';
import type { PictureInPicture } from './picture-in-picture.svelte';
import { STEP, toNext, toPrevious } from './shortcuts';

import type { ChapterRange } from '../timeline/timeline';

interface Parts {
  readonly player: Player;
  readonly now: Now;
  readonly library: Library;
  readonly navigator: Navigator;
  readonly pictureInPicture: PictureInPicture;
}

/** Newer than the types that TypeScript ships. */
interface ChapterInformation {
  readonly title: string;
  readonly startTime: number;
}
interface MetadataWithChapters extends MediaMetadataInit {
  chapterInfo?: readonly ChapterInformation[];
}
type Action = MediaSessionAction | 'enterpictureinpicture' | 'togglepictureinpicture';
interface ActionDetails extends MediaSessionActionDetails {
  readonly enterPictureInPictureReason?: 'other' | 'useraction' | 'contentoccluded';
}
type Handlers = Readonly<Partial<Record<Action, (details: ActionDetails) => void>>>;

export function runMediaSession(parts: Parts): void {
  const { player, now } = parts;
  /** The same object for as long as it lasts: what the system shows is written once a chapter. */
  const chapter = $derived(now.chapter);
  // Drives the media session of the browser, from the first play until the film leaves the page.
  $effect(() => {
    if (!player.started || !('mediaSession' in navigator)) return;
    const session = navigator.mediaSession;
    const handlers = handlersOf(parts);
    setHandlers(session, handlers);
    $effect(() => {
      session.metadata = metadataOf(parts, chapter);
    });
    $effect(() => {
      session.playbackState = player.paused ? 'paused' : 'playing';
    });
    $effect(() => {
      void [player.paused, player.seeking];
      tellPosition(
        session,
        player.duration,
        player.rate,
        untrack(() => player.time),
      );
    });
    return () => {
      setHandlers(session, handlers, false);
      session.metadata = null;
      session.playbackState = 'none';
      session.setPositionState?.();
    };
  });
}

function handlersOf({ player, pictureInPicture }: Parts): Handlers {
  const { offered } = pictureInPicture;
  return {
    play: () => void player.play(),
    pause: player.pause,
    // A film has no other way to stop than to wait where it is.
    stop: player.pause,
    seekbackward: ({ seekOffset }) => player.skip(-(seekOffset ?? STEP)),
    seekforward: ({ seekOffset }) => player.skip(seekOffset ?? STEP),
    seekto: ({ seekTime }) => seekTime !== undefined && player.seek(seekTime),
    previoustrack: () => toPrevious(player, 'chapter'),
    nexttrack: () => toNext(player, 'chapter'),
    ...(offered && {
      togglepictureinpicture: () => void pictureInPicture.toggle(),
      enterpictureinpicture: ({ enterPictureInPictureReason: reason }) => {
        // Browsers also ask when somebody goes to another tab; a window that nobody asked for does not open.
        if (reason !== 'contentoccluded') void pictureInPicture.open();
      },
    }),
  };
}

function setHandlers(session: MediaSession, handlers: Handlers, on = true): void {
  for (const [action, handler] of Object.entries(handlers)) {
    try {
      session.setActionHandler(action as MediaSessionAction, on ? handler : null);
    } catch (reason) {
      if (!(reason instanceof TypeError)) throw reason;
    }
  }
}

function metadataOf(
  { player, library, navigator: { place, file } }: Parts,
  current: ChapterRange | undefined,
): MediaMetadata {
  const words = library.words(place.language);
  const titleOf = (id: string) => words.chapters[id]?.title ?? '';
  const chapter = current && titleOf(current.chapter.id);
  const data: MetadataWithChapters = {
    // Systems show two lines, the first one large: where we are, and in which film.
    title: chapter || words.title,
    artist: chapter ? words.title : '',
    artwork: library.data.film.posters.map((poster) => ({ src: file(poster.file) })),
    ...('chapterInfo' in MediaMetadata.prototype && {
      chapterInfo: player.timeline.chapters.map(({ chapter, start }) => ({
        title: titleOf(chapter.id),
        startTime: start,
      })),
    }),
  };
  return new MediaMetadata(data);
}

/** The system counts on from here by itself, so it is told only when something other than time has changed. */
function tellPosition(session: MediaSession, duration: number, playbackRate: number, time: number): void {
  if (!(duration > 0) || !(playbackRate > 0)) return;
  session.setPositionState?.({ duration, playbackRate, position: Math.min(time, duration) });
}
