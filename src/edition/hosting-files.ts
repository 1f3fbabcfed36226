/** Writes the table of headers down as hosts read it: `_headers`, and whole files for nginx and Caddy. */
import { headerRules, headersAt, pageHeaders, type HostedSite } from './headers';

/** Cloudflare Pages reads no more of a `_headers` file than this. */
const MOST_RULES = 100;
const LONGEST_LINE = 2000;

/** Addresses that no host should answer: these files are for it. */
const FOR_HOSTS = ['_headers', 'hosting/*'];

/** By the ends of file names; what a host does not know it would send as bytes, and `nosniff` makes browsers believe that. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  'text/html': ['html'],
  'text/css': ['css'],
  'text/javascript': ['js', 'mjs'],
  'text/vtt': ['vtt'],
  'text/plain': ['txt', 'ts', 'md'],
  'application/json': ['json'],
  'application/manifest+json': ['webmanifest'],
  'application/xml': ['xml'],
  'application/pdf': ['pdf'],
  'image/svg+xml': ['svg'],
  'image/avif': ['avif'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/x-icon': ['ico'],
  'video/mp4': ['mp4', 'm4v'],
  'video/webm': ['webm'],
  // A film in parts.
  'video/iso.segment': ['m4s'],
  'application/vnd.apple.mpegurl': ['m3u8'],
  'audio/mp4': ['m4a'],
  'audio/mpeg': ['mp3'],
  'audio/ogg': ['ogg', 'opus'],
  'font/woff2': ['woff2'],
};
const WORDS = Object.keys(TYPES).filter((type) => /^text\/|json$|xml$/.test(type));

export interface HostingSite extends HostedSite {
  /** Where the site will stand, when it is known. */
  readonly host?: string;
}

const lines = (...parts: readonly (string | readonly string[])[]) => `${parts.flat().join('\n')}\n`;
const pairs = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).filter(([name]) => name !== 'Content-Type');

/** For nginx and Caddy, which take the same signs. */
const quoted = (value: string) => `"${value.replaceAll('"', '\\"')}"`;

/** For Netlify, Cloudflare Pages and hosts that read the same. */
export function headersFile(site: HostedSite): string {
  const rules = headerRules(site);
  const blocks = rules.flatMap(({ about, paths, headers }) => [
    '',
    `# ${about}`,
    ...paths.flatMap((path) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)]),
  ]);
  const count = rules.reduce((sum, { paths }) => sum + paths.length, 0);
  if (count > MOST_RULES) throw new Error(`_headers would have ${count} rules, and hosts read ${MOST_RULES}.`);
  const long = blocks.find((line) => line.length > LONGEST_LINE);
  if (long !== undefined)
    throw new Error(
      `A line of _headers would have ${long.length} signs, and hosts read ${LONGEST_LINE}: "${long.slice(0, 60)}…".`,
    );
  return lines(
    '# Written by the build. Hosts that read this file add up all rules that match an address.',
    `# The site stands at ${site.prefix}`,
    site.prefix === '/'
      ? []
      : '# This file belongs into the folder that is published as a whole, above the folder of the site.',
    blocks,
  );
}

/** Each path with all that it gets, so that a server which takes one block, and not their sum, sends the same. */
function blocksOf(site: HostedSite) {
  const rules = headerRules(site);
  // Two rules may name one path; a server knows it once.
  const named = new Set(rules.flatMap(({ paths }) => paths));
  const patterns = [...named].filter((path) => path !== `${site.prefix}*`);
  return {
    blocks: patterns.map((path) => ({ path, headers: pairs(headersAt(rules, path)) })),
    rest: pairs({ ...headersAt(rules, `${site.prefix}*`), ...pageHeaders(site) }),
    notFound: pairs(headersAt(rules, `${site.prefix}404.html`)),
  };
}

const DOMAIN = 'film.example.org';
const HOST_NOTE = (server: string, copied: string) => [
  `# ${server} for this site. Copy the built site to the folder that "root" names, and change the lines marked "change".`,
  `# ${copied}`,
  '# The headers are written out for each kind of address; the table they come from is src/edition/headers.ts.',
];
const folderNote = (prefix: string) =>
  prefix === '/' ? [] : [`# The site stands in a folder of its host: ${prefix} must be a folder within "root".`];

export function nginxFile(site: HostingSite): string {
  const { prefix, host = DOMAIN } = site;
  const { blocks, rest } = blocksOf(site);
  // Beyond the end of the film (416) nginx would send them twice.
  const always = (match: string) => (match.includes(`${prefix}film/`) ? '' : ' always');
  const location = (match: string, headers: readonly (readonly [string, string])[]) => [
    `    location ${match} {`,
    // Headers of a location do not add to those of the server, they take their place; an empty one is not sent.
    ...headers.map(([name, value]) => `        add_header ${name} ${quoted(value)}${always(match)};`),
    `        add_header Strict-Transport-Security $always_encrypted${always(match)};`,
    '    }',
  ];
  const match = (path: string) => (path.endsWith('*') ? path.slice(0, -1) : `= ${path}`);
  return lines(
    HOST_NOTE('nginx', 'It belongs into /etc/nginx/sites-enabled/. Works with nginx 1.22 (Debian 12) and later.'),
    folderNote(prefix),
    '',
    '# Whoever comes without encryption is sent on.',
    'server {',
    '    listen 80;                # change if needed',
    '    listen [::]:80;           # change if needed',
    `    server_name ${host};      # change: the name of the host`,
    '    server_tokens off;',
    '    return 301 https://$host$request_uri;',
    '}',
    '',
    'server {',
    '    listen 443 ssl http2;        # change if needed',
    '    listen [::]:443 ssl http2;   # change if needed',
    `    server_name ${host};         # change: the name of the host`,
    `    ssl_certificate /etc/letsencrypt/live/${host}/fullchain.pem;      # change: the certificate`,
    `    ssl_certificate_key /etc/letsencrypt/live/${host}/privkey.pem;    # change: its key`,
    '    ssl_protocols TLSv1.2 TLSv1.3;',
    '    root /var/www/dichterbij;    # change: the folder of the built site',
    '',
    '    # No version in the Server header, and redirects that also work behind another server.',
    '    server_tokens off;',
    '    absolute_redirect off;',
    '    index index.html;',
    '',
    '    # A folder that has no page is as missing as a file.',
    `    error_page 403 404 =404 ${prefix}404.html;`,
    '',
    '    # nginx knows no subtitles by itself.',
    '    default_type application/octet-stream;',
    '    types {',
    ...Object.entries(TYPES).map(([type, ends]) => `        ${type} ${ends.join(' ')};`),
    '    }',
    '    charset utf-8;',
    `    charset_types ${WORDS.filter((type) => type !== 'text/html').join(' ')};`,
    '',
    '    # Text is compressed. The film is not: people go to any moment of it, and that needs its bytes as they are.',
    '    gzip on;',
    '    gzip_vary on;',
    '    gzip_proxied any;',
    '    gzip_comp_level 6;',
    '    gzip_min_length 500;',
    `    gzip_types ${WORDS.filter((type) => type !== 'text/html').join(' ')};`,
    '',
    '    # Promise browsers that this host is always encrypted, once you are sure of it: it holds for a year, for all of the host.',
    '    set $always_encrypted "";    # change to "max-age=31536000"',
    '',
    FOR_HOSTS.flatMap((path) => [`    location ${match(prefix + path)} {`, '        return 404;', '    }']),
    blocks.flatMap(({ path, headers }) => location(match(path), headers)),
    '    # Whatever else there is.',
    location('/', rest),
    '}',
  );
}

export function caddyFile(site: HostingSite): string {
  const { prefix, host = DOMAIN } = site;
  const { blocks, rest, notFound } = blocksOf(site);
  const headerBlock = (indent: string, headers: readonly (readonly [string, string])[]) => [
    `${indent}header {`,
    ...headers.map(([name, value]) => `${indent}\t${name} ${quoted(value)}`),
    `${indent}}`,
  ];
  const handle = (match: string, headers: readonly (readonly [string, string])[]) => [
    `\thandle${match && ` ${match}`} {`,
    ...headerBlock('\t\t', headers),
    '\t\tfile_server',
    '\t}',
  ];
  return lines(
    HOST_NOTE(
      'Caddy',
      'It belongs into /etc/caddy/Caddyfile. Caddy gets the certificate by itself. Works with Caddy 2.6 (Debian 12) and later.',
    ),
    folderNote(prefix),
    '',
    '# change: the name of the host',
    `${host} {`,
    '\troot * /var/www/dichterbij # change: the folder of the built site',
    '',
    '\t# Text is compressed; the film is not, so that people can go to any moment of it.',
    '\tencode zstd gzip',
    '',
    '\t# Promise browsers that this host is always encrypted, once you are sure of it: it holds for a year, for all of the host.',
    '\t#header Strict-Transport-Security "max-age=31536000"',
    '',
    '\t# What Caddy can only guess.',
    ...Object.entries(TYPES)
      .filter(([type]) => /^(video|audio)|vtt|plain|manifest/.test(type))
      .flatMap(([type, ends]) => {
        const name = `@${type.replace(/\W/g, '_')}`;
        const value = type.startsWith('text/') ? `${type}; charset=utf-8` : type;
        return [
          `\t${name} path ${ends.map((end) => `*.${end}`).join(' ')}`,
          `\theader ${name} Content-Type "${value}"`,
        ];
      }),
    '',
    FOR_HOSTS.flatMap((path) => [`\thandle ${prefix}${path} {`, '\t\terror 404', '\t}']),
    blocks.flatMap(({ path, headers }) => handle(path, headers)),
    '\t# Whatever else there is.',
    handle('', rest),
    '',
    '\thandle_errors {',
    '\t\t@missing expression `{http.error.status_code} in [403, 404]`',
    '\t\thandle @missing {',
    ...headerBlock('\t\t\t', [['Content-Type', 'text/html; charset=utf-8'], ...notFound]),
    `\t\t\trewrite * ${prefix}404.html`,
    '\t\t\tfile_server',
    '\t\t}',
    '\t}',
    '}',
  );
}
