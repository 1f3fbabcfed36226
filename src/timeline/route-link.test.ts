import { describe, expect, test } from 'vitest';
import { parseRouteLink, routeFragment, type RouteLink } from './route-link';

describe('a route', () => {
  test.each<[string, RouteLink]>([
    ['#route=luisteren', { slug: 'luisteren' }],
    ['route=luisteren', { slug: 'luisteren' }],
    ['#route=menselijke-maat', { slug: 'menselijke-maat' }],
    ['#route=listening&t=72.5', { slug: 'listening', time: 72.5 }],
    ['#t=72.5&route=listening', { slug: 'listening', time: 72.5 }],
    ['#route=listening&t=1:12', { slug: 'listening', time: 72 }],
    // A passage within a route is its beginning: the route has its own end.
    ['#route=listening&t=72,80', { slug: 'listening', time: 72 }],
    ['#route=listening&t=foo', { slug: 'listening' }],
    ['#route=one&route=two', { slug: 'two' }],
    ['#route=one&route=', { slug: 'one' }],
    ['#route=%6Cuisteren', { slug: 'luisteren' }],
    ['#x&route=listening&', { slug: 'listening' }],
    ['#route=%D8%A7%D8%B3%D8%AA%D9%85%D8%A7%D8%B9', { slug: 'استماع' }],
  ])('%s', (fragment, link) => expect(parseRouteLink(fragment)).toEqual(link));

  test.each([
    '',
    '#',
    '#route',
    '#route=',
    '#Route=luisteren',
    '##route=luisteren',
    '#t=72.5',
    '#sander',
    '#xroute=luisteren',
    '#route=-luisteren',
    '#route=luisteren-',
    '#route=lui--steren',
    '#route=../luisteren',
    '#route=luisteren/',
    '#route=%',
    '#route=%FF',
    '#route=lui%20steren',
    '#route=<script>',
    '#route=a%CC%80',
    '#route=a=b',
    '#route=__proto__',
    `#route=${'a'.repeat(101)}`,
  ])('none: %s', (fragment) => expect(parseRouteLink(fragment)).toBeUndefined());

  test('a long hostile fragment takes no long time', () => {
    expect(parseRouteLink(`#route=${'a-'.repeat(200_000)}`)).toBeUndefined();
    expect(parseRouteLink(`#${'route=&'.repeat(50_000)}`)).toBeUndefined();
  });
});

describe('routeFragment', () => {
  test.each<[RouteLink, string]>([
    [{ slug: 'luisteren' }, '#route=luisteren'],
    [{ slug: 'luisteren', time: 0 }, '#route=luisteren&t=0'],
    [{ slug: 'luisteren', time: 72.479999 }, '#route=luisteren&t=72.48'],
    [{ slug: 'استماع' }, '#route=%D8%A7%D8%B3%D8%AA%D9%85%D8%A7%D8%B9'],
  ])('%o is %s', (link, fragment) => expect(routeFragment(link)).toBe(fragment));

  test('comes back as it went', () => {
    for (const slug of ['luisteren', 'menselijke-maat', 'a', '1', 'اس-تماع'])
      for (const link of [{ slug }, { slug, time: 0 }, { slug, time: 394.119 }])
        expect(parseRouteLink(routeFragment(link))).toEqual(link);
  });
});
