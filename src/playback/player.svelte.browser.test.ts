import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTimeline } from '../timeline/timeline';
import { Player } from './player.svelte';
import { filmElement, happens, loadedFilm, removeFilms } from './sources/media-port.contract';
import { bareEdition } from '../../tests/support/bare-edition';

const data = bareEdition({
  // The film runs on for a while after its last line.
  cues: [1, 2, 3, 5, 7].map((start) => ({ id: `cue-${start}`, start, end: start + 0.9, themes: [] })),
});

let player: Player;
let video: HTMLVideoElement;
let detach: () => void;

beforeEach(async () => {
  player = new Player(createTimeline(data));
  video = await loadedFilm();
  detach = player.attach(video);
});
afterEach(() => {
  detach();
  removeFilms();
});

/** A player whose film knows nothing yet. */
function early(): HTMLVideoElement {
  detach();
  removeFilms();
  player = new Player(createTimeline(data));
  video = filmElement({ preload: 'none' });
  detach = player.attach(video);
  return video;
}

const reaches = (time: number) => expect.poll(() => player.time, { timeout: 5000 }).toBeGreaterThan(time);

describe('before it has played', () => {
  test('stands at the beginning and has not begun', () =>
    expect(player).toMatchObject({
      time: 0,
      paused: true,
      started: false,
      begun: false,
      rate: 1,
      muted: true,
      error: undefined,
    }));

  test('a player without a film answers, and does nothing', async () => {
    const alone = new Player(createTimeline(data));
    await alone.prepare();
    await alone.play();
    alone.pause();
    alone.setVolume(0.5);
    expect(alone).toMatchObject({ paused: true, started: false, duration: 7.9 });
  });

  test('has begun after a seek, has started after a play', async () => {
    player.seek(3);
    expect(player).toMatchObject({ begun: true, started: false });
    await player.play();
    await expect.poll(() => player.started).toBe(true);
  });
});

describe('the first frame', () => {
  test('is on the screen before anything changes on the page, and who asks hears what is so', async () => {
    const atFrame = new Promise<unknown>((resolve) =>
      video.requestVideoFrameCallback(() => resolve([player.started, player.paused])),
    );
    await player.play();
    expect(await atFrame).toEqual([false, false]);
    expect([player.started, player.paused]).toEqual([true, false]);
  });

  test.each([
    ['a press', () => player.toggle()],
    ['somebody who reads', () => player.waitFor('reading')],
  ])('%s that comes before it pauses the film', async (_, pause) => {
    const begun = happens(video, 'play');
    player.toggle();
    await begun;
    expect(player.started).toBe(false);
    pause();
    await expect.poll(() => video.paused).toBe(true);
    await expect.poll(() => player.paused).toBe(true);
  });

  test('that does not come holds nothing back for long', async () => {
    vi.spyOn(video, 'requestVideoFrameCallback').mockReturnValue(0);
    await player.play();
    expect([player.paused, player.started]).toEqual([false, true]);
  });
});

describe('seek', () => {
  test('shows its target at once', async () => {
    const seeked = happens(video, 'seeked');
    player.seek(4.2);
    expect(player.time).toBe(4.2);
    await seeked;
    expect([player.time, video.currentTime]).toEqual([4.2, 4.2]);
  });

  test.each([
    [-5, 0],
    [-Infinity, 0],
    [9.96, 9.96],
    [9.99, 9.96],
    [99, 9.96],
    [Infinity, 9.96],
    [4.20049, 4.2],
  ])('to %d goes to %d', (asked, target) => {
    player.seek(2);
    player.seek(asked);
    expect(player.time).toBe(target);
    expect(video.currentTime).toBeCloseTo(target, 5);
  });

  test('to no number changes nothing', () => {
    player.seek(2);
    player.seek(NaN);
    expect([player.time, video.currentTime]).toEqual([2, 2]);
  });

  test('skips from where it is', () => {
    player.seek(2);
    player.skip(5);
    expect(player.time).toBe(7);
    player.skip(-99);
    expect(player.time).toBe(0);
  });

  test('from the last frame the film ends, and begins anew at the next play', async () => {
    player.seek(99);
    await player.play();
    await expect.poll(() => player.ended).toBe(true);
    player.toggle();
    await expect.poll(() => [player.ended, player.paused]).toEqual([false, false]);
    expect(player.time).toBeLessThan(5);
  });

  test('before the film is known is remembered', async () => {
    early();
    player.seek(3);
    player.seek(4.2);
    expect(player).toMatchObject({ time: 4.2, duration: 7.9, begun: true });
    video.preload = 'auto';
    video.load();
    await expect.poll(() => video.currentTime).toBe(4.2);
    await expect.poll(() => player.seeking).toBe(false);
    expect(player.time).toBe(4.2);
  });

  test('before the film is known is where the film begins to play', async () => {
    early();
    player.seek(4.2);
    await player.play();
    await reaches(4.3);
    expect(player.time).toBeLessThan(7);
  });

  test('before the film is known may go beyond the last line: the film may run on', async () => {
    early();
    player.seek(9);
    video.preload = 'auto';
    video.load();
    await expect.poll(() => video.readyState).toBeGreaterThan(1);
    await expect.poll(() => player.time).toBe(9);
  });
});

describe('a passage', () => {
  test('stops at its end and goes on when played again', async () => {
    player.goTo({ start: 1, end: 2 });
    expect(player.time).toBe(1);
    await player.play();
    await expect.poll(() => player.paused, { timeout: 5000 }).toBe(true);
    await expect.poll(() => player.seeking).toBe(false);
    expect(player.time).toBeLessThanOrEqual(2);
    expect(player.time).toBeGreaterThan(1.9);
    expect(video.currentTime).toBeLessThanOrEqual(2);
    await player.play();
    await reaches(2.3);
    expect(player.paused).toBe(false);
  });

  test('that ends on no boundary stops there too', async () => {
    player.goTo({ start: 1.2, end: 1.456 });
    await player.play();
    await expect.poll(() => player.paused).toBe(true);
    await expect.poll(() => player.seeking).toBe(false);
    expect(player.time).toBeLessThanOrEqual(1.456);
    expect(player.time).toBeGreaterThan(1.4);
  });

  test('is forgotten when somebody goes elsewhere', async () => {
    player.goTo({ start: 1, end: 2 });
    player.seek(1.8);
    await player.play();
    await reaches(2.2);
    expect(player.paused).toBe(false);
  });

  test('without an end plays on', async () => {
    player.goTo({ start: 1.8 });
    await player.play();
    await reaches(2.2);
  });

  test('asked for before the film is known stops at its end', async () => {
    early();
    player.goTo({ start: 1.5, end: 2 });
    await player.play();
    await reaches(1.5);
    await expect.poll(() => player.paused, { timeout: 5000 }).toBe(true);
    expect(player.time).toBeLessThanOrEqual(2);
  });
});

describe('reading', () => {
  const playing = async () => {
    await player.play();
    await expect.poll(() => player.paused).toBe(false);
  };

  test('stops a film that plays, and plays on at the return', async () => {
    await playing();
    player.waitFor('reading');
    player.waitFor('reading');
    await expect.poll(() => player.paused).toBe(true);
    expect(player.waitingFor).toBe('reading');
    player.goOn('reading');
    await expect.poll(() => player.paused).toBe(false);
    expect(player.waitingFor).toBeUndefined();
  });

  test('leaves a paused film paused', async () => {
    player.seek(3);
    player.waitFor('reading');
    expect(player.waitingFor).toBeUndefined();
    player.goOn('reading');
    await expect.poll(() => player.seeking).toBe(false);
    expect([player.paused, video.paused]).toEqual([true, true]);
  });

  test.each<[string, () => void]>([
    ['paused', () => player.pause()],
    ['played and paused', () => (player.toggle(), player.pause())],
  ])('does not play on a film that somebody has %s meanwhile', async (_, touch) => {
    await playing();
    player.waitFor('reading');
    await expect.poll(() => player.paused).toBe(true);
    touch();
    player.goOn('reading');
    const seeked = happens(video, 'seeked');
    player.seek(6);
    await seeked;
    expect([player.paused, video.paused, player.waitingFor]).toEqual([true, true, undefined]);
  });

  test('does not play on a film that a headset has played and paused meanwhile', async () => {
    await playing();
    player.waitFor('reading');
    await expect.poll(() => player.paused).toBe(true);
    await video.play();
    await expect.poll(() => player.paused).toBe(false);
    video.pause();
    await expect.poll(() => player.paused).toBe(true);
    expect(player.waitingFor).toBeUndefined();
  });
});

describe('a stop', () => {
  const stopped = async () => {
    await expect.poll(() => player.waitingFor, { timeout: 5000 }).toBeDefined();
    await expect.poll(() => player.seeking).toBe(false);
    expect(video.paused).toBe(true);
  };

  test('is never passed: the clock stays before it, and says why the film waits', async () => {
    const told: number[] = [];
    const stopTelling = $effect.root(() => {
      $effect.pre(() => {
        told.push(player.time);
      });
    });
    player.stopAt('line', 0.4);
    await player.play();
    await stopped();
    stopTelling();
    expect(Math.max(...told)).toBeLessThan(0.4);
    expect(player.waitingFor).toBe('line');
    await player.play();
    await reaches(0.6);
    expect(player.waitingFor).toBeUndefined();
  });

  test('the earlier of two counts, and playing on meets the other', async () => {
    player.stopAt('line', 0.6);
    player.stopAt('voice', 0.3);
    await player.play();
    await stopped();
    expect(player.waitingFor).toBe('voice');
    player.goOn('line');
    expect(player.waitingFor).toBe('voice');
    player.goOn('voice');
    await expect.poll(() => player.waitingFor, { timeout: 5000 }).toBe('line');
    expect(player.time).toBeLessThan(0.6);
  });

  test('of two that come at once the earlier counts', async () => {
    player.stopAt('line', 0.302);
    player.stopAt('voice', 0.3);
    await player.play();
    await stopped();
    expect([player.waitingFor, player.time]).toEqual(['voice', 0.299]);
  });

  test('that is forgotten stops nothing', async () => {
    player.stopAt('voice', 0.3);
    player.forgetStop('voice');
    await player.play();
    await reaches(0.5);
  });

  test('that is left by a seek stops nothing', async () => {
    player.stopAt('line', 5.2);
    player.seek(5);
    await player.play();
    await reaches(5.4);
  });

  test('a film that waits for a voice plays for who watches: it can be paused, and goes on from elsewhere', async () => {
    player.stopAt('voice', 0.3);
    await player.play();
    await stopped();
    expect(player.paused).toBe(false);
    player.seek(5);
    await reaches(5.1);
    player.stopAt('voice', 5.4);
    await stopped();
    player.toggle();
    // The film has stood still all the while; that it does is told a moment later.
    await expect.poll(() => [player.paused, player.waitingFor]).toEqual([true, undefined]);
    player.goOn('voice');
    expect(video.paused).toBe(true);
  });

  test('a film that waits for a voice waits for the reader who comes in between', async () => {
    player.stopAt('voice', 0.3);
    await player.play();
    await stopped();
    player.waitFor('reading');
    player.goOn('voice');
    expect(player.waitingFor).toBe('reading');
    player.goOn('reading');
    await expect.poll(() => player.paused).toBe(false);
  });
});

describe("a chapter's end", () => {
  /** Longer than a frame of the film, which has 25 a second. */
  const FRAME = 0.0405;
  /** The moment in the film of each frame that the browser has put on the screen. */
  let shown: number[];
  let handle: number;

  beforeEach(() => {
    shown = [];
    const note: VideoFrameRequestCallback = (_, { mediaTime }) => {
      shown.push(mediaTime);
      handle = video.requestVideoFrameCallback(note);
    };
    handle = video.requestVideoFrameCallback(note);
  });
  afterEach(() => video.cancelVideoFrameCallback(handle));

  const standsAtEnd = async (end: number) => {
    await expect.poll(() => player.waitingFor, { timeout: 5000 }).toBe('chapter');
    // On a busy machine the last frame is drawn late.
    await expect.poll(() => [player.seeking, video.paused], { timeout: 5000 }).toEqual([false, true]);
    const lastShown = () => {
      const last = shown.at(-1) ?? 0;
      // A browser that has too much to do may draw it and not call back: going to the same moment has it drawn once more.
      if (last <= end - FRAME) video.currentTime = player.time;
      return last;
    };
    await expect.poll(lastShown, { timeout: 5000, interval: 250 }).toBeGreaterThan(end - FRAME);
    expect(Math.max(...shown)).toBeLessThan(end);
    for (const time of [player.time, video.currentTime]) {
      expect(time).toBeLessThan(end);
      expect(time).toBeGreaterThan(end - FRAME);
    }
  };

  test.each([
    [1, 1.456],
    [1, 2],
    [1, 3.339],
    [2, 4.761],
    [2, 6.04],
    [1.5, 8.5],
  ])('at %d times its speed is the last frame before %d', async (rate, end) => {
    player.seek(end - 0.6 * rate);
    player.stopAt('chapter', end);
    player.setRate(rate);
    await player.play();
    await standsAtEnd(end);
    expect(shown.length).toBeGreaterThan(5);
  });

  test('is met where the film is taken over by Video.js, and on the way when it is played again', async () => {
    await player.prepare();
    player.seek(2.5);
    player.stopAt('chapter', 3.123);
    await player.play();
    await standsAtEnd(3.123);
    await player.play();
    await reaches(3.4);
    expect(player.waitingFor).toBeUndefined();
  });

  test('that the film already stands at stops it at the first play', async () => {
    player.seek(2.955);
    player.stopAt('chapter', 3);
    await expect.poll(() => player.seeking).toBe(false);
    expect([player.waitingFor, player.time]).toEqual([undefined, 2.955]);
    await player.play();
    await standsAtEnd(3);
  });

  test('is met in a window without frames', async () => {
    vi.spyOn(video, 'requestVideoFrameCallback').mockReturnValue(0);
    vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
    player.seek(2.5);
    player.stopAt('chapter', 3.123);
    let latest = 0;
    const note = () => (latest = Math.max(latest, video.currentTime));
    for (const name of ['pause', 'seeking', 'timeupdate']) video.addEventListener(name, note);
    await player.play();
    await expect.poll(() => player.waitingFor, { timeout: 5000 }).toBe('chapter');
    await expect.poll(() => [player.seeking, video.paused]).toEqual([false, true]);
    expect(player.time).toBe(3.122);
    expect(latest).toBeLessThan(3.123);
  });

  test('that never comes is the end of the film', async () => {
    player.seek(9.5);
    player.stopAt('chapter', Infinity);
    await player.play();
    await expect.poll(() => player.ended, { timeout: 5000 }).toBe(true);
    expect(player.waitingFor).toBeUndefined();
  });
});

describe('sound and speed', () => {
  test('the film is softer while a voice speaks, and its volume is told as it was set', async () => {
    player.setVolume(0.8);
    await expect.poll(() => video.volume).toBe(0.8);
    player.lower(true);
    player.lower(true);
    await expect.poll(() => video.volume).toBeCloseTo(0.12);
    expect(player.volume).toBe(0.8);
    player.lower(false);
    await expect.poll(() => video.volume).toBe(0.8);
  });

  test('turning up the volume turns on the sound; silence does not', async () => {
    player.setVolume(0);
    await expect.poll(() => [player.volume, player.muted]).toEqual([0, true]);
    player.setVolume(0.3);
    await expect.poll(() => player.muted).toBe(false);
    expect(player.volume).toBeCloseTo(0.3, 5);
  });

  test.each([
    [-0.1, 0],
    [1.1, 1],
  ])('a volume of %d is %d', async (asked, volume) => {
    player.setVolume(0.5);
    player.setVolume(asked);
    await expect.poll(() => player.volume).toBe(volume);
  });

  test('rate', async () => {
    player.setRate(1.5);
    await expect.poll(() => player.rate).toBe(1.5);
  });
});

describe('playing', () => {
  test('time is told in whole milliseconds and goes forward', async () => {
    const times: number[] = [];
    await player.play();
    await expect.poll(() => times.push(player.time) && player.time).toBeGreaterThan(0.5);
    expect(times.every((time) => Number(time.toFixed(3)) === time)).toBe(true);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('whoever needs the moment is told of nothing else, whoever needs time of every second', async () => {
    const moments: number[] = [];
    const seconds: number[] = [];
    const rough: number[] = [];
    const end = $effect.root(() => {
      $effect(() => void moments.push(player.moment.start));
      $effect(() => void seconds.push(Math.floor(player.time)));
      $effect(() => void rough.push(player.roughTime));
    });
    player.setRate(2);
    await player.play();
    await reaches(6.5);
    end();
    expect(moments).toEqual([...new Set(moments)]);
    expect([...new Set(seconds)]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([...new Set(rough)]).toEqual([0, 5]);
    const told = seconds.length;
    player.seek(1);
    expect(seconds, 'nobody hears any more').toHaveLength(told);
  });

  test('Video.js takes over while it plays: the film and its time go on, and only one clock ticks', async () => {
    await player.play();
    await reaches(0.2);
    const before = player.time;
    await player.prepare();
    expect(player.time).toBeGreaterThanOrEqual(before);
    expect([player.paused, video.paused, video.isConnected]).toEqual([false, false, true]);
    await reaches(before + 0.5);
    await expect
      .poll(
        () => [...video.textTracks].filter(({ label, mode }) => label === 'boundaries' && mode !== 'disabled').length,
      )
      .toBe(1);
    player.pause();
    await expect.poll(() => player.paused).toBe(true);
  });

  test('play, pause and play at once end in playing', async () => {
    void player.play();
    player.pause();
    void player.play();
    await reaches(0.2);
    expect(player.paused).toBe(false);
  });

  test('a film that is taken away tells no more', async () => {
    player.seek(3);
    await expect.poll(() => player.seeking).toBe(false);
    detach();
    const seeked = happens(video, 'seeked');
    video.currentTime = 6;
    await seeked;
    expect(player.time).toBe(3);
  });

  test('a browser that wants a press first is no error: the film stays as it is', async () => {
    detach();
    removeFilms();
    // A frame that may not play by itself, whatever has been pressed on the page around it.
    const frame = document.createElement('iframe');
    frame.allow = "autoplay 'none'";
    document.body.append(frame);
    const inside = frame.contentDocument!;
    const strict = inside.createElement('video');
    strict.src = new URL(filmElement().querySelector('source')!.src).href;
    inside.body.append(strict);
    await expect.poll(() => strict.readyState).toBeGreaterThan(2);
    await expect(strict.play()).rejects.toMatchObject({ name: 'NotAllowedError' });
    // The refusal is of the frame's own DOMException class; in the page it is of the page's.
    const play = strict.play.bind(strict);
    strict.play = () =>
      play().catch(({ message, name }: DOMException) => Promise.reject(new DOMException(message, name)));

    player = new Player(createTimeline(data));
    detach = player.attach(strict);
    await expect(player.play()).resolves.toBe(false);
    expect(player).toMatchObject({ paused: true, started: false });
    detach();
    frame.remove();
  });
});

test('who turns the sound up hears it, unless only the volume is set', async () => {
  player.setVolume(0.4, { unmutes: false });
  await expect.poll(() => player.volume).toBe(0.4);
  expect(player.muted).toBe(true);
  player.setVolume(0.6);
  await expect.poll(() => player.muted).toBe(false);
});
