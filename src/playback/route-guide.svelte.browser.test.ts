/** Named `.svelte` because it runs the guide's own effect, which needs runes. */
import { flushSync, untrack } from 'svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Cue, EditionData } from '../timeline/edition-data';
import { createTimeline } from '../timeline/timeline';
import { Detour } from './detour.svelte';
import { Now } from './now.svelte';
import { Player } from './player.svelte';
import { RouteGuide } from './route-guide.svelte';
import { loadedFilm, removeFilms } from './sources/media-port.contract';
import { bareEdition } from '../../tests/support/bare-edition';

const plate = { circle: [0, 0, 1], arch: [0, 0, 1, 1], ground: 0 } satisfies EditionData['people'][number]['plate'];
const person = (id: string, perspective: string) => ({ id, name: id, perspective, anonymised: false, plate });
const cue = (start: number, who: string, ...themes: string[]): Cue => ({
  id: `cue-${start}`,
  start,
  end: start + 1,
  person: who,
  themes,
});
const data = bareEdition({
  languages: ['nl', 'en'],
  people: [person('an', 'client'), person('bo', 'manager')],
  themes: [
    { id: 'rust', slugs: { nl: 'rust', en: 'calm' } },
    { id: 'stil', slugs: {} },
  ],
  cues: [cue(1, 'an', 'rust'), cue(2.9, 'bo'), cue(5, 'bo', 'rust'), cue(8, 'an', 'rust')],
});

let player: Player;
let guide: RouteGuide;
let video: HTMLVideoElement;
let straightOn: boolean;
let stop: () => void;

beforeEach(async () => {
  straightOn = false;
  player = new Player(createTimeline(data));
  guide = new RouteGuide(player, data);
  video = await loadedFilm();
  const detach = player.attach(video);
  const end = $effect.root(() => {
    $effect(() => {
      void [player.passage, player.time, player.paused];
      untrack(() => guide.follow(straightOn));
    });
  });
  flushSync();
  stop = () => {
    end();
    detach();
  };
});
afterEach(() => {
  stop();
  removeFilms();
});

const at = () => [guide.phase, guide.index];
const comes = (phase: RouteGuide['phase'], index = 0) => expect.poll(at, { timeout: 5000 }).toEqual([phase, index]);
/** Plays the end of the stop that stands there. */
async function playOut(): Promise<void> {
  player.seek(guide.stop!.end - 0.3);
  flushSync();
  await player.play();
}

describe('open', () => {
  test('stands before the first stop, and waits to be played', () => {
    guide.open('rust');
    expect(at()).toEqual(['card', 0]);
    expect([player.time, player.paused, guide.flows, guide.route?.stops.length]).toEqual([1, true, false, 3]);
  });

  test('at a time stands there, and is not before a stop', () => {
    guide.open('rust', { time: 5.5 });
    expect([...at(), player.time]).toEqual(['playing', 1, 5.5]);
  });

  test('at a time between two stops stands before the next', () => {
    guide.open('rust', { time: 3 });
    expect([...at(), player.time]).toEqual(['card', 1, 5]);
  });

  test('pauses a film that plays', async () => {
    await player.play();
    await expect.poll(() => player.paused).toBe(false);
    guide.open('rust', { flows: true });
    await comes('card');
    expect([video.paused, guide.flows]).toEqual([true, true]);
  });

  test.each(['stil', 'gone'])('of "%s" opens nothing', (theme) => {
    player.seek(4);
    guide.open(theme);
    expect([guide.phase, player.time]).toEqual([undefined, 4]);
  });

  test('is called by the name that the theme has in a language', () => {
    expect([guide.slugOf('rust', 'nl'), guide.slugOf('rust', 'en'), guide.slugOf('rust', 'ar')]).toEqual([
      'rust',
      'calm',
      'rust',
    ]);
    expect([guide.themeOf('calm', 'en'), guide.themeOf('calm', 'nl'), guide.themeOf('stil', 'nl')]).toEqual([
      'rust',
      undefined,
      'stil',
    ]);
  });
});

describe('on the way', () => {
  test('at the end of a stop comes the card of the next, which goes on by itself', async () => {
    guide.open('rust');
    await playOut();
    await comes('playing');
    await comes('card', 1);
    expect([player.time, guide.flows]).toEqual([5, true]);
    guide.play();
    await comes('playing', 1);
  });

  test('where no card can be seen the film goes straight on', async () => {
    straightOn = true;
    guide.open('rust');
    await playOut();
    await comes('playing', 1);
    await expect.poll(() => player.time).toBeGreaterThan(5.1);
  });

  test('after the last stop it has ended; playing on leaves it', async () => {
    guide.open('rust', { time: 8.7 });
    await player.play();
    await comes('ended', 2);
    expect(player.time).toBeLessThan(9);
    await player.play();
    await expect.poll(() => player.time).toBeGreaterThan(9.1);
    expect(guide.phase).toBeUndefined();
  });

  test('again begins at the first', async () => {
    guide.open('rust', { time: 8.7 });
    await player.play();
    await comes('ended', 2);
    guide.again();
    await comes('playing');
    expect(player.time).toBeLessThan(2);
  });

  test('pausing within a stop is not leaving, and the stop keeps its end', async () => {
    guide.open('rust', { time: 1.5 });
    await player.play();
    await comes('playing');
    player.pause();
    await expect.poll(() => player.paused).toBe(true);
    expect(at()).toEqual(['playing', 0]);
    await player.play();
    await comes('card', 1);
  });

  test('going back within a stop is not leaving either', async () => {
    guide.open('rust', { time: 1.9 });
    player.seek(1.4);
    flushSync();
    expect([...at(), player.time]).toEqual(['playing', 0, 1.4]);
    await player.play();
    await comes('card', 1);
  });
});

describe('next and previous', () => {
  test('show the card of the stop, which waits when the film waited', () => {
    guide.open('rust', { time: 1.5 });
    guide.next();
    expect([...at(), guide.flows]).toEqual(['card', 1, false]);
    guide.next();
    guide.previous();
    expect(at()).toEqual(['card', 1]);
    guide.previous();
    guide.previous();
    expect(at()).toEqual(['card', 0]);
  });

  test('go on by themselves when the film played', async () => {
    guide.open('rust');
    await player.play();
    await comes('playing');
    guide.next();
    await comes('card', 1);
    expect(guide.flows).toBe(true);
  });

  test('next of the last is the end', () => {
    guide.open('rust', { time: 8.5 });
    guide.next();
    expect(at()).toEqual(['ended', 2]);
    guide.previous();
    expect(at()).toEqual(['card', 1]);
  });
});

describe('skipTo, past a hard passage', () => {
  test('goes on within the stop', async () => {
    guide.open('rust');
    expect(guide.skipTo(1.5)).toBe(true);
    await comes('playing');
    expect(player.time).toBeGreaterThanOrEqual(1.5);
    await comes('card', 1);
  });

  test('shows the next stop when nothing is left of this one', () => {
    guide.open('rust');
    expect(guide.skipTo(2)).toBe(true);
    expect([...at(), guide.flows]).toEqual(['card', 1, true]);
  });

  test('without a route does nothing', () => expect(guide.skipTo(2)).toBe(false));
});

describe('leaving', () => {
  test.each<[string, () => void]>([
    ['a seek elsewhere', () => player.seek(3)],
    ['a seek to the end of the stop', () => player.seek(2)],
    ['a passage within the stop', () => player.goTo({ start: 1.2, end: 1.4 })],
  ])('by %s', (_, go) => {
    guide.open('rust', { time: 1.5 });
    go();
    flushSync();
    expect([guide.phase, guide.route]).toEqual([undefined, undefined]);
    player.seek(1.5);
    flushSync();
    expect(guide.phase).toBeUndefined();
  });

  test('by the button lets the film play on past the end of the stop', async () => {
    guide.open('rust', { time: 1.7 });
    await player.play();
    await comes('playing');
    guide.leave();
    expect(guide.phase).toBeUndefined();
    await expect.poll(() => player.time, { timeout: 5000 }).toBeGreaterThan(2.2);
    expect(player.paused).toBe(false);
  });

  test('where there is no route stays without one', () => {
    for (const walk of [guide.next, guide.previous, guide.again, guide.leave]) walk();
    expect([guide.phase, guide.stop, player.time]).toEqual([undefined, undefined, 0]);
  });
});

describe('a detour to the other side', () => {
  let detour: Detour;
  beforeEach(() => {
    detour = new Detour(player, new Now(player), data);
  });

  test('goes to the other side of the theme, and back to the very moment', () => {
    player.seek(1.5);
    expect([detour.there?.to.person, detour.back]).toEqual(['bo', undefined]);
    detour.cross();
    expect(player.time).toBe(5);
    expect(detour.back).toMatchObject({ time: 1.5, person: 'an' });
    detour.cross();
    expect([player.time, detour.back]).toEqual([1.5, undefined]);
  });

  test('plays on when the film played, and stops nowhere', async () => {
    player.seek(1.5);
    await player.play();
    detour.cross();
    await expect.poll(() => player.time, { timeout: 5000 }).toBeGreaterThan(6.3);
    expect([player.paused, detour.back?.person]).toEqual([false, 'an']);
  });

  test('is forgotten when somebody goes elsewhere', () => {
    player.seek(1.5);
    detour.cross();
    player.seek(5.2);
    expect(detour.back).toBeUndefined();
    expect(detour.there?.from.person).toBe('bo');
  });

  test('leads nowhere where nothing was said about a theme', () => {
    player.seek(0.5);
    detour.cross();
    expect([player.time, detour.there]).toEqual([0.5, undefined]);
  });

  test('leaves a route', () => {
    guide.open('rust', { time: 1.5 });
    detour.cross();
    flushSync();
    expect([guide.phase, detour.back?.time]).toEqual([undefined, 1.5]);
  });
});
