/** Moments and routes in addresses. */
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { holds, hostileNumber, hostileText, safely, textOf } from '../../tests/support/hostile';
import { clockText, isoDuration, wholeMilliseconds } from './clock-time';
import { momentFragment, parseMomentLink } from './moment-link';
import { parseRouteLink, routeFragment } from './route-link';

const fragments = fc.oneof(
  textOf(
    '#',
    't=',
    '&',
    ',',
    ':',
    '.',
    'npt:',
    '0',
    '7',
    '59',
    '72.5',
    '999999999',
    '%2C',
    '%3A',
    '%',
    'route=',
    'rust',
    '-',
    'é',
  ),
  fc.tuple(fc.nat(9), fc.nat(9)).map(([from, to]) => `#t=${from},${to}`),
  hostileText,
);
const time = fc.integer({ min: 0, max: 1e9 }).map((milliseconds) => milliseconds / 1000);

test('a moment is read from its address as it was written', () =>
  holds(
    fc.property(time, fc.option(fc.integer({ min: 1, max: 1e7 })), (start, length) => {
      const link = length === null ? { start } : { start, end: wholeMilliseconds(start + length / 1000) };
      expect(parseMomentLink(momentFragment(link))).toEqual(link);
      expect(parseMomentLink(encodeURIComponent(momentFragment(link).slice(3)).replace(/^/, '#t='))).toEqual(link);
    }),
  ));

test('from any address comes a moment in order or none, the same when it is written and read again', () =>
  holds(
    fc.property(fragments, (fragment) => {
      const link = safely(() => parseMomentLink(fragment));
      if (!link) return;
      expect(link.start).toBeGreaterThanOrEqual(0);
      expect(link.start).toBeLessThan(1e9);
      expect(link.end ?? Infinity).toBeGreaterThan(link.start);
      expect(parseMomentLink(momentFragment(link))).toEqual(link);
    }),
    166,
  ));

test('from any address comes a route with a name of letters or none, the same when it is written and read again', () =>
  holds(
    fc.property(fragments, (fragment) => {
      const link = safely(() => parseRouteLink(fragment));
      if (!link) return;
      expect(link.slug).toMatch(/^[\p{L}\p{N}-]{1,100}$/u);
      expect(parseRouteLink(routeFragment(link))).toEqual(link);
    }),
    166,
  ));

test('every number is a clock time', () =>
  holds(
    fc.property(hostileNumber, (seconds) => {
      expect(safely(() => clockText(seconds))).toMatch(/^\d[\d.e+]*(:\d\d){1,2}$/);
      expect(safely(() => isoDuration(seconds))).toMatch(/^PT\d[\d.e+]*S$/);
      expect(safely(() => wholeMilliseconds(seconds))).not.toBeNaN();
    }),
    166,
  ));
