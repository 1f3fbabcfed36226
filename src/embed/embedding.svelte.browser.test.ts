/** Named `.svelte` because it runs the effect of the page, which needs runes. */
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bareEdition } from '../../tests/support/bare-edition';
import { Player } from '../playback/player.svelte';
import { RouteGuide } from '../playback/route-guide.svelte';
import { happens, loadedFilm, removeFilms } from '../playback/sources/media-port.contract';
import { USUAL_CHOICE, type EmbedChoice } from '../sync/embed/embed-link';
import type { Cue, EditionData } from '../timeline/edition-data';
import { createTimeline } from '../timeline/timeline';
import { Embedding } from './embedding.svelte';

const person = (id: string) => ({
  id,
  name: id,
  perspective: 'client',
  anonymised: false,
  plate: { circle: [0, 0, 1], arch: [0, 0, 1, 1], ground: 0 } satisfies EditionData['people'][number]['plate'],
});
const cue = (start: number, who: string, ...themes: string[]): Cue => ({
  id: `cue-${start}`,
  start,
  end: start + 0.5,
  person: who,
  themes,
});
/**
 * The picture of the middle chapter is from 2.75 to 5.25 seconds, that of the last one from there to the end of the film. The last stop
 * of both routes goes over the end of the middle one.
 */
const data = bareEdition({
  people: [person('an'), person('bo')],
  themes: [
    { id: 'rust', slugs: {} },
    { id: 'stil', slugs: {} },
  ],
  cues: [
    cue(1, 'bo'),
    cue(2, 'bo', 'stil'),
    cue(3, 'an', 'rust'),
    cue(4.5, 'bo', 'rust', 'stil'),
    cue(5.5, 'bo', 'rust', 'stil'),
    cue(7, 'an'),
  ],
  chapters: [
    { id: 'first', from: 'cue-1', to: 'cue-2' },
    { id: 'middle', from: 'cue-3', to: 'cue-4.5' },
    { id: 'last', from: 'cue-5.5', to: 'cue-7' },
  ],
});
const END = 5.25;

let player: Player;
let routes: RouteGuide;
let video: HTMLVideoElement;
let stop = () => {};

beforeEach(async () => {
  player = new Player(createTimeline(data));
  routes = new RouteGuide(player, data);
  video = await loadedFilm();
});
afterEach(() => {
  stop();
  removeFilms();
});

function embedded(choice: Partial<EmbedChoice>): Embedding {
  const embedding = new Embedding({ ...USUAL_CHOICE, ...choice }, { player, routes });
  const detach = player.attach(video);
  const end = $effect.root(() => {
    // Drives the film, as the page does.
    $effect(() => embedding.follow());
  });
  flushSync();
  stop = () => {
    end();
    detach();
  };
  return embedding;
}

const plays = () => expect.poll(() => player.paused).toBe(false);
const stands = (embedding: Embedding, over: Embedding['over']) =>
  expect.poll(() => embedding.over, { timeout: 6000 }).toBe(over);
const runsNear = (time: number) =>
  expect
    .poll(() => !player.paused && !player.seeking && player.time >= time && player.time < time + 1.2, { timeout: 4000 })
    .toBe(true);

describe('an embedded chapter', () => {
  test('stops at its end, also when the film plays into it', async () => {
    const embedding = embedded({ chapter: 'middle' });
    player.seek(2.3);
    await player.play();
    await stands(embedding, 'chapter');
    expect(player.time).toBeCloseTo(END, 1);
    expect(player.time).toBeLessThan(END);
  });

  test('begins anew when it is played at its end, by whatever means', async () => {
    const embedding = embedded({ chapter: 'middle' });
    for (const press of [player.toggle, () => void player.play(), () => void video.play()]) {
      player.seek(END - 0.3);
      void player.play();
      await stands(embedding, 'chapter');
      await expect.poll(() => player.paused && !player.seeking).toBe(true);
      press();
      await runsNear(3);
      expect(embedding.over).toBeUndefined();
    }
  });

  test('goes on where that is asked for, and is not what is over at the end of the film', async () => {
    const embedding = embedded({ chapter: 'middle' });
    player.seek(END - 0.3);
    void player.play();
    await stands(embedding, 'chapter');
    embedding.goOn();
    await runsNear(END);
    player.seek(9.8);
    await stands(embedding, 'film');
    void player.play();
    await runsNear(0);
  });

  test('that is the last one begins anew at the end of the film', async () => {
    const embedding = embedded({ chapter: 'last' });
    for (const press of [player.toggle, () => void video.play()]) {
      player.seek(9.7);
      void player.play();
      await stands(embedding, 'chapter');
      press();
      await runsNear(5.5);
    }
    player.seek(9.7);
    await stands(embedding, 'chapter');
    // Sent elsewhere first, it plays there.
    player.seek(1);
    void player.play();
    await runsNear(1);
  });

  test('loops', async () => {
    const embedding = embedded({ chapter: 'middle' });
    embedding.loop = true;
    player.seek(END - 0.3);
    void player.play();
    await runsNear(3);
    expect(embedding.over).toBeUndefined();
  });
});

describe('a route', () => {
  test('that is opened later is what is over, not the chapter, and begins anew', async () => {
    const embedding = embedded({ chapter: 'middle' });
    routes.open('rust', { time: 5.6 });
    await player.play();
    await stands(embedding, 'route');
    player.toggle();
    expect(routes.route?.theme).toBe('rust');
    await runsNear(3);
  });

  test('goes through the chapter without a stop of its own', async () => {
    const embedding = embedded({ chapter: 'middle' });
    routes.open('stil', { time: 4.6 });
    const { start, end } = routes.stop!;
    expect(start < END && end > END).toBe(true);
    await player.play();
    await stands(embedding, 'route');
    expect(player.time).toBeCloseTo(end, 1);
  });

  test('that took the place of the embedded one begins anew itself', async () => {
    const embedding = embedded({ theme: 'stil' });
    embedding.begin(0);
    routes.open('rust', { time: 5.6 });
    await player.play();
    await stands(embedding, 'route');
    embedding.again();
    expect(routes.route?.theme).toBe('rust');
    await plays();
    embedding.loop = true;
    routes.open('rust', { time: 5.6 });
    const seeking = happens(video, 'seeking');
    await player.play();
    await seeking;
    await runsNear(3);
    expect(routes.route?.theme).toBe('rust');
  });
});
