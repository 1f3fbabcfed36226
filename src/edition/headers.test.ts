import { describe, expect, test } from 'vitest';
import { headersFor, readHeaders } from '../tools/site-headers.mjs';
import { headerRules, headersAt, type HostedSite } from './headers';
import { caddyFile, headersFile, nginxFile } from './hosting-files';

const site: HostedSite = {
  prefix: '/',
  languages: ['nl', 'en'],
  partners: [],
  styles: ['sha256-AAAA=', 'sha256-BBBB='],
  versioned: ['dichterbij-film-1.0.0.js', 'dichterbij-film-1.1.0.js'],
};
const PATHS = [
  ...['', 'index.html', '404.html', 'nl/', 'nl/over/', 'en/portraits/nena/', 'other/page.html', 'nope'],
  ...['embed/nl/', 'embed/en/x', 'embed/dichterbij-film.js', 'embed/dichterbij-film-1.0.0.js', 'embed/integrity.json'],
  ...['assets/main-12.js', 'film/film.mp4', 'subtitles/nl.vtt', 'subtitles/en.txt', 'worker.js', 'offline.json'],
  ...['oembed/nl/index.json', 'icon.svg', 'licences.txt', 'sbom.cdx.json', '.well-known/security.txt'],
];

describe.each([
  ['at the top of its host', site],
  [
    'in a folder, with partners',
    { ...site, prefix: '/een/map/', partners: ['https://a.example', 'http://localhost:1'] },
  ],
])('the headers of a site %s', (_, hosted) => {
  const at = (path: string) => hosted.prefix + path;
  const rules = headerRules(hosted);
  const written = readHeaders(headersFile(hosted));

  test('are set by one rule each, as rules add up', () => {
    const all = rules.flatMap(({ paths, headers }) => paths.map((path) => ({ path, headers })));
    for (const path of [...PATHS.map(at), ...all.map(({ path }) => path.replace('*', 'x'))]) {
      const names = all
        .filter((rule) => (rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : rule.path === path))
        .flatMap(({ headers }) => Object.keys(headers));
      expect(names, path).toEqual([...new Set(names)]);
    }
  });

  test('are in `_headers` as they are in the table', () => {
    expect(written.prefix).toBe(hosted.prefix);
    for (const path of PATHS.map(at))
      expect(Object.fromEntries(headersFor(written.rules, path)), path).toEqual(headersAt(rules, path));
  });

  test('have a splat at the end only, and stay within what hosts read', () => {
    expect(written.rules.length).toBeLessThanOrEqual(100);
    for (const { path } of written.rules) expect(path).toMatch(/^\/[^*]*\*?$/);
  });

  test('let nobody but partners frame anything, and those only what is for them', () => {
    const policy = (path: string) => headersAt(rules, at(path))['Content-Security-Policy'];
    const partners = hosted.partners.length ? `'self' ${hosted.partners.join(' ')}` : '*';
    for (const path of PATHS.filter((one) => one.startsWith('embed/')))
      expect(policy(path), path).toMatch(new RegExp(`frame-ancestors ${partners.replaceAll('*', '\\*')}$`));
    const unknown = ['other/page.html', 'nope'];
    for (const path of PATHS.filter((one) => !one.startsWith('embed/') && !unknown.includes(one)))
      expect(policy(path), path).toMatch(/^default-src 'none'; (.*; )?frame-ancestors 'none'$/);
    for (const { headers } of rules)
      expect(headers['Content-Security-Policy'] ?? '').not.toMatch(/unsafe-|https:[ ;]|data:|blob:/);
  });

  test('let the styles of pages in by what they are, and nothing else that stands in a page', () => {
    for (const path of ['nl/', 'embed/nl/', 'index.html'].map(at)) {
      const policy = headersAt(rules, path)['Content-Security-Policy'];
      expect(policy, path).toContain("; style-src 'self' 'sha256-AAAA=' 'sha256-BBBB='; ");
      expect(policy, path).toContain("; script-src 'self'; ");
    }
    expect(headersAt(rules, at('assets/a.css'))['Content-Security-Policy']).not.toContain('sha256');
  });

  test('keep for ever only what never changes', () => {
    const kept = PATHS.filter((path) => headersAt(rules, at(path))['Cache-Control']?.includes('immutable'));
    expect(kept).toEqual(['embed/dichterbij-film-1.0.0.js', 'assets/main-12.js']);
  });

  test('stand in the files for nginx and Caddy, below the folder', () => {
    for (const file of [nginxFile(hosted), caddyFile({ ...hosted, host: 'www.example.org' })]) {
      for (const path of ['embed/', 'assets/', 'nl/', 'hosting/', '_headers', 'embed/dichterbij-film-1.1.0.js'])
        expect(file).toContain(` ${at(path)}`);
      expect(file).toContain(`${hosted.prefix}404.html`);
      const places = [...file.matchAll(/^\s*(?:location|handle) (.*) \{$/gm)].map(([, place]) => place);
      expect(places, 'nginx starts with no place that is named twice').toEqual([...new Set(places)]);
    }
  });
});

describe('a film that is more than a file', () => {
  const policyOf = (film: HostedSite['film']) => headersAt(headerRules({ ...site, film }), '/nl/');
  const usual = policyOf(undefined);

  test('in parts, takes objects and a worker of its own, and nothing else', () => {
    const { 'Content-Security-Policy': policy, ...rest } = policyOf({ inParts: true });
    expect(policy).toBe(
      usual['Content-Security-Policy']!.replace("media-src 'self'", "media-src 'self' blob:")
        .replace("worker-src 'self'", "worker-src 'self' blob:")
        // Its thread is made from an address that no policy of ours has seen.
        .replace(/ require-trusted-types-for [^;]*; trusted-types [^;]*;/, ''),
    );
    expect({ ...rest, 'Content-Security-Policy': usual['Content-Security-Policy'] }).toEqual(usual);
  });

  test('at a service, takes one frame of it, which may play', () => {
    const service = 'https://player.example';
    const headers = policyOf({ inParts: false, service });
    expect(headers['Content-Security-Policy']).toBe(
      usual['Content-Security-Policy']!.replace("frame-src 'self'", `frame-src 'self' ${service}`),
    );
    expect(headers['Permissions-Policy']).toBe(
      usual['Permissions-Policy']!.replace('autoplay=(self)', `autoplay=(self "${service}")`),
    );
    expect(Object.keys(headers)).toEqual(Object.keys(usual));
  });

  test('is framed by embed pages as by others, and named by no file that is no page', () => {
    const rules = headerRules({ ...site, film: { inParts: true, service: 'https://player.example' } });
    const policy = (path: string) => headersAt(rules, path)['Content-Security-Policy'] ?? '';
    for (const path of ['/nl/', '/embed/nl/', '/index.html']) expect(policy(path)).toContain('https://player.example');
    for (const path of ['/film/film.mp4', '/assets/a.js', '/worker.js', '/offline.json', '/oembed/nl/film.json'])
      expect(policy(path), path).not.toMatch(/player\.example|blob:/);
  });

  test('stands in the files of servers with its quotation marks', () => {
    const files = { ...site, film: { inParts: false, service: 'https://player.example' } };
    for (const file of [nginxFile(files), caddyFile(files)])
      expect(file).toContain('autoplay=(self \\"https://player.example\\")');
    expect(
      readHeaders(headersFile(files))
        .rules.flatMap(({ headers }) => headers)
        .join(),
    ).toContain('"https://player.example"');
  });
});

test('what hosts would cut off is not written', () => {
  const languages = Array.from({ length: 40 }, (_, index) => `x${index}`);
  expect(() => headersFile({ ...site, languages })).toThrow(/_headers would have \d+ rules/);
  const partners = Array.from({ length: 90 }, (_, index) => `https://partner-${index}.example`);
  expect(() => headersFile({ ...site, partners })).toThrow(/line of _headers would have \d+ signs/);
});

test('values of one name are joined, as hosts do it', () => {
  const { rules } = readHeaders('# note\n/*\n  X-A: one\n\n/nl/*\n  X-A: two: three  \n/nl\n  X-B: four\n');
  expect([...headersFor(rules, '/nl/x')]).toEqual([['X-A', 'one, two: three']]);
  expect([...headersFor(rules, '/nl')]).toEqual([
    ['X-A', 'one'],
    ['X-B', 'four'],
  ]);
  expect(() => readHeaders('/*\n  no header\n')).toThrow('no header');
});
