/** Whatever comes out of the frame of a service, numbers stay within a film, and nothing of the stranger's comes along. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anythingBut, expectPlain, holds, hostileNumber, safely, TRAPS } from '../../../tests/support/hostile';
import { LONGEST, readFields, type ServiceReport } from './service-protocol';
import { vimeo } from './vimeo-protocol';
import { youtube } from './youtube-protocol';

const number = fc.oneof(fc.double({ min: 0, max: 400 }), hostileNumber);
const ofYoutube = fc.oneof(
  fc.record({
    event: fc.constantFrom('infoDelivery', 'initialDelivery'),
    info: fc.record(
      {
        currentTime: number,
        duration: number,
        playbackRate: number,
        volume: number,
        muted: fc.boolean(),
        playerState: number,
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ event: fc.constantFrom('onStateChange', 'onError'), info: number }),
);
const ofVimeo = fc.oneof(
  fc.record({
    event: fc.constantFrom(
      'ready',
      'play',
      'pause',
      'ended',
      'timeupdate',
      'seeked',
      'volumechange',
      'playbackratechange',
      'error',
    ),
    data: fc.record(
      { seconds: number, duration: number, volume: number, playbackRate: number, muted: fc.boolean() },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    method: fc.constantFrom('getDuration', 'getVolume', 'getMuted', 'getPaused', 'getCurrentTime'),
    value: number,
  }),
);

const BOUNDS = { time: [0, LONGEST], duration: [0, LONGEST], rate: [0.1, 4], volume: [0, 1] } as const;

function expectWithinBounds(report: ServiceReport) {
  for (const [name, [least, most]] of Object.entries(BOUNDS)) {
    const value = report[name as keyof typeof BOUNDS];
    if (value === undefined) continue;
    expect(value, name).toBeGreaterThanOrEqual(least);
    expect(value, name).toBeLessThanOrEqual(most);
  }
  for (const name of ['paused', 'ended', 'waiting', 'muted'] as const)
    expect(['boolean', 'undefined'], name).toContain(typeof report[name]);
}

describe.each([
  ['YouTube', youtube, ofYoutube],
  ['Vimeo', vimeo, ofVimeo],
] as const)('a message of %s', (_, protocol, messages) => {
  test('as text or as an object, good or spoilt', () =>
    holds(
      fc.property(anythingBut(messages as fc.Arbitrary<unknown>), (given) => {
        let text: unknown;
        try {
          text = JSON.stringify(given);
        } catch {
          text = undefined;
        }
        for (const data of [given, text]) {
          const report = safely(() => protocol.read(data));
          if (!report) continue;
          expectWithinBounds(report);
          expectPlain(JSON.parse(JSON.stringify(report)), data);
        }
      }),
      133,
    ));

  test.each(TRAPS.map((trap, index) => [index, trap] as const))('trap %i is passed over', (_index, trap) =>
    expect([undefined, {}]).toContainEqual(safely(() => protocol.read(trap()))),
  );
});

test('fields are those of one object, or none', () =>
  holds(
    fc.property(anythingBut(ofYoutube as fc.Arbitrary<unknown>), (given) => {
      const found = safely(() => readFields(given));
      expect(found === undefined || (typeof found === 'object' && !Array.isArray(found))).toBe(true);
    }),
    66,
  ));
