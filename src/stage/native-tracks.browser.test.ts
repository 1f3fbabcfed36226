import { afterEach, expect, test } from 'vitest';
import { Preferences } from '../playback/preferences.svelte';
import { nativeTracks } from './native-tracks.svelte';

const video = document.createElement('video');
let detach = () => {};
afterEach(() => detach());

test('the browser’s own subtitles and descriptions are off and stay off; the track of the clock runs on', async () => {
  const [subtitles, descriptions, clock] = (['subtitles', 'descriptions', 'metadata'] as const).map((kind) =>
    video.addTextTrack(kind, '', 'nl'),
  );
  for (const track of video.textTracks) track.mode = 'showing';
  detach = nativeTracks(new Preferences(() => 'nl'))(video);
  const modes = () => [subtitles!.mode, descriptions!.mode, clock!.mode];
  expect(modes()).toEqual(['disabled', 'disabled', 'showing']);
  for (const track of video.textTracks) track.mode = 'showing';
  await expect.poll(modes).toEqual(['disabled', 'disabled', 'showing']);
});
