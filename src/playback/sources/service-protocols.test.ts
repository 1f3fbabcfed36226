import { describe, expect, test } from 'vitest';
import type { ServiceProtocol } from './service-protocol';
import { vimeo } from './vimeo-protocol';
import { youtube } from './youtube-protocol';

const page = { origin: 'https://film.example.org', language: 'nl' };
const json = (value: unknown) => JSON.stringify(value);
/** Only what is told. */
const told = (protocol: ServiceProtocol, data: unknown) => {
  const report = protocol.read(data);
  return report && Object.fromEntries(Object.entries(report).filter(([, value]) => value !== undefined));
};

describe('YouTube', () => {
  const info = (value: unknown, event = 'infoDelivery') => told(youtube, json({ event, info: value, id: 1 }));

  test('is asked at the address without cookies, without its controls', () => {
    const address = new URL(youtube.address('aBcDeFgHiJk', page));
    expect([address.origin, address.pathname]).toEqual(['https://www.youtube-nocookie.com', '/embed/aBcDeFgHiJk']);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ enablejsapi: '1', origin: page.origin, rel: '0' });
  });

  test('tells times, length, volume and state in our words', () => {
    expect(
      info({ currentTime: 1.5, duration: 60, volume: 40, muted: false, playbackRate: 1.5, playerState: 1 }),
    ).toEqual({
      ...{ time: 1.5, duration: 60, volume: 0.4, muted: false, rate: 1.5 },
      ...{ paused: false, ended: false, waiting: false },
    });
    expect(info({ progressState: { current: 3 } })).toEqual({ time: 3 });
    expect(info({ duration: 0 })).toEqual({});
    expect(info(3, 'onStateChange')).toMatchObject({ paused: false, waiting: true });
    expect(info(0, 'onStateChange')).toMatchObject({ ended: true });
    expect([info(150, 'onError'), info(5, 'onError'), info('x', 'onError')]).toEqual([
      { error: 'unsupported' },
      { error: 'decode' },
      { error: 'unknown' },
    ]);
  });

  test('is told by the names of its functions', () => {
    expect(youtube.write({ kind: 'seek', value: 4.2 })).toMatchObject([{ func: 'seekTo', args: [4.2, true] }]);
    expect(youtube.write({ kind: 'volume', value: 0.4 })).toMatchObject([{ func: 'setVolume', args: [40] }]);
    expect(youtube.write({ kind: 'muted', value: false })).toMatchObject([{ func: 'unMute' }]);
  });
});

describe('Vimeo', () => {
  const event = (name: string, data?: unknown) => told(vimeo, json({ event: name, data }));

  test('is asked not to follow the viewer', () =>
    expect(vimeo.address('123456789', page)).toMatch(/^https:\/\/player\.vimeo\.com\/video\/123456789\?dnt=1&/));

  test('tells events and answers in our words', () => {
    expect(event('timeupdate', { seconds: 2.5, duration: 60 })).toEqual({ time: 2.5, duration: 60, waiting: false });
    expect(event('seeked', { seconds: 7 })).toEqual({ time: 7, arrived: true, ended: false });
    expect(event('error', { name: 'PrivacyError' })).toEqual({ error: 'unsupported' });
    expect(event('error', { name: 'NotAllowedError', method: 'play' })).toEqual({ refused: true });
    expect(event('error', { name: 'Error', method: 'setPlaybackRate' })).toEqual({});
    expect(told(vimeo, { method: 'getMuted', value: true })).toEqual({ muted: true });
  });

  test('is asked for every event that it is read for', () => {
    const asked = vimeo.questions.flatMap((question) => ('value' in question ? [question.value] : []));
    expect(asked).toEqual(expect.arrayContaining(['play', 'pause', 'timeupdate', 'seeked', 'ended', 'error']));
  });
});

const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
const hostile: readonly unknown[] = [
  ...[undefined, null, 7, true, '', '{', 'null', '[]', '7', deep, 'x'.repeat(100_000), []],
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty'].flatMap((name) => [
    { event: name, info: {}, data: {} },
    { method: name, value: {} },
  ]),
  json({ event: 'infoDelivery', info: 'x' }),
  '{"event":"infoDelivery","info":{"__proto__":{"duration":9},"currentTime":1e400,"duration":-1,"volume":101}}',
  json({ event: 'onStateChange', info: { valueOf: 1 } }),
  json({ event: 'timeupdate', data: { seconds: null, duration: '60' } }),
  { event: 'timeupdate', data: { seconds: NaN, duration: Infinity } },
  { event: 'infoDelivery', info: { currentTime: -1, playerState: 1.5, playbackRate: 1e9, muted: 'yes' } },
  {
    get event(): never {
      throw new Error('A getter of a stranger.');
    },
  },
];

test.each([
  ['YouTube', youtube],
  ['Vimeo', vimeo],
])('%s: whatever a frame sends, nothing is thrown and no value is taken that does not fit', (_, protocol) => {
  for (const data of hostile) {
    const report = told(protocol, data) ?? {};
    const { time, duration, rate, volume, muted } = report;
    for (const value of [time, duration, rate, volume, muted].filter((one) => one !== undefined))
      expect.unreachable(`${String(data).slice(0, 60)} gave ${String(value)}`);
  }
  expect(({} as Record<string, unknown>)['duration']).toBeUndefined();
});
