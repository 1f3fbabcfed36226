/**
 * The players, how a person reaches what is measured in each, and what each does. All that is known of a page stands here: when a page of
 * ours changes, this is the file to change.
 */
export type PlayerId = 'ours' | 'hyperaudio' | 'plyr' | 'vidstack' | 'videojs-core' | 'videojs';

export interface Player {
  readonly name: string;
  /** The package whose version is told; ours has none. */
  readonly package?: string;
  /** The page, from the folder that holds the player's pages on. */
  readonly page: string;
  /** The control that starts the film: the first of these that can be seen. `native` is the browser's own, in the film element. */
  readonly play: string;
  /** Holds the text that sounds, and nothing of what does not. */
  readonly line: string;
  /** What of the page is watched for it; as small as it can be, so that watching costs nothing. */
  readonly lineRegion: string;
  /** Where a line of the transcript is pressed, when there is a transcript: `%` stands for the id of the cue. */
  readonly transcriptLine?: string;
  readonly does: string;
  readonly doesNot: string;
}

export const NATIVE = 'native';

export const PLAYERS: Readonly<Record<PlayerId, Player>> = {
  ours: {
    name: 'Dichterbij',
    page: 'nl/',
    play: '[data-part=begin]',
    line: '[data-part=subtitles] p',
    lineRegion: '[data-part=subtitles]',
    transcriptLine: '#line-% .time',
    does: 'two languages, transcript with search, chapters, quotes and themes over the film, portraits, steps, memory; line is the subtitle',
    doesNot: '',
  },
  hyperaudio: {
    name: 'Hyperaudio Lite',
    package: 'hyperaudio-lite',
    page: '',
    play: NATIVE,
    line: '#hypertranscript span.active',
    lineRegion: '#hypertranscript',
    transcriptLine: '#hypertranscript [data-cue="%"]',
    does: "transcript in one language; the browser's own controls and subtitles; line is the one marked in the transcript, as nobody can see into the browser's own",
    doesNot:
      'chapters, overlays, a second language in the transcript; its search and its styles are not in the package; its timers do not know of the speed, which lines show more than words would',
  },
  plyr: {
    name: 'Plyr',
    package: 'plyr',
    page: '',
    play: '.plyr__control--overlaid',
    line: '.plyr__captions',
    lineRegion: '.plyr__captions',
    does: 'controls, captions with a choice of language; line is the caption',
    doesNot: 'transcript, chapters, overlays, two languages at once',
  },
  vidstack: {
    name: 'Vidstack',
    package: 'vidstack',
    page: '',
    play: 'media-play-button, .vds-play-button',
    line: '[data-part=cue]',
    lineRegion: 'media-player',
    does: 'controls, captions with a choice of language and look, gestures, keys; line is the caption',
    doesNot: 'transcript, overlays, two languages at once; chapters, which it could show, are not given',
  },
  'videojs-core': {
    name: 'Video.js 8 core',
    package: 'video.js',
    page: '',
    play: '.vjs-big-play-button',
    line: '.vjs-text-track-display',
    lineRegion: '.vjs-text-track-display',
    does: 'controls, captions with a choice of language and look; line is the caption',
    doesNot: 'transcript, overlays, two languages at once, films in parts (HLS)',
  },
  videojs: {
    name: 'Video.js 8',
    package: 'video.js',
    page: '',
    play: '.vjs-big-play-button',
    line: '.vjs-text-track-display',
    lineRegion: '.vjs-text-track-display',
    does: 'the same with its engine for films in parts, as its guide imports it',
    doesNot: 'transcript, overlays, two languages at once',
  },
};
