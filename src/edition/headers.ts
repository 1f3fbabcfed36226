/**
 * The headers of every kind of path: one table, from which the files for hosts are written (./hosting-files.ts). Hosts that read
 * `_headers` add up all rules that match, and two policies together allow only what both allow. So no two rules that match the same path
 * have a header in common; headers.test.ts holds on to that.
 */
export interface HostedSite {
  /** The path of the site's folder on its host: `/`, or `/film/`. */
  readonly prefix: string;
  readonly languages: readonly string[];
  /** Exact origins that may show `/embed/` in a frame; nobody named is everybody. */
  readonly partners: readonly string[];
  /** Files of `embed/` that carry their version in their name, and so never change. */
  readonly versioned: readonly string[];
  /** Styles that stand in pages, as a policy names them: `sha256-…`. */
  readonly styles: readonly string[];
  /** Of the film: what it needs beyond the site's own files. */
  readonly film?: OutsideNeeds | undefined;
}

type Policed = Pick<HostedSite, 'film' | 'styles'>;

export interface OutsideNeeds {
  /** In parts: the engine hands the film to the browser as an object of its own, and works in a thread made from one. */
  readonly inParts: boolean;
  /** The origin of a service whose player stands in a frame. */
  readonly service?: string | undefined;
}

type Headers = Readonly<Record<string, string>>;

export interface HeaderRule {
  /** For whoever reads the written file. */
  readonly about: string;
  /** On the host; a `*` at the end stands for all that is below. */
  readonly paths: readonly string[];
  readonly headers: Headers;
}

/** No text becomes markup or script, in browsers that know of this: but Svelte's own templates, and the address of the worker. */
const TRUSTED = ["require-trusted-types-for 'script'", 'trusted-types svelte-trusted-html dichterbij-worker'];

/** All that a page of the site is allowed. It has no inline script, only its own styles, asks nobody else for anything and sends no forms. */
const pagePolicy = ({ film, styles }: Policed): string => {
  const { inParts = false, service }: Partial<OutsideNeeds> = film ?? {};
  const more: Readonly<Record<string, string>> = {
    style: styles.map((hash) => ` '${hash}'`).join(''),
    ...(inParts && { media: ' blob:', worker: ' blob:' }),
    // Of the service a page takes one frame: no script, no picture, nothing that is asked for before a press.
    ...(service !== undefined && { frame: ` ${service}` }),
  };
  return [
    "default-src 'none'",
    ...['script', 'style', 'img', 'font', 'media', 'connect', 'manifest', 'worker', 'frame'].map(
      (kind) => `${kind}-src 'self'${more[kind] ?? ''}`,
    ),
    "base-uri 'none'",
    "form-action 'none'",
    // The engine of a film in parts makes its thread from an address that no policy of ours has seen.
    ...(inParts ? [] : TRUSTED),
  ].join('; ');
};

const NO_FRAMES = "frame-ancestors 'none'";
/** Of what is no page: opened as one, it does nothing. */
const FILE_POLICY = `default-src 'none'; ${NO_FRAMES}`;
/** A film that is opened by itself: the browser makes a page around it, which plays the file. */
const FILM_POLICY = `default-src 'none'; media-src 'self'; ${NO_FRAMES}`;
const WORKER_POLICY = `default-src 'none'; connect-src 'self'; ${NO_FRAMES}`;

/** Without scripts, in the page itself: hosts answer any missing address with it, under whatever rules that address has. */
export const NOT_FOUND_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'";

/**
 * What the site uses it may use itself; what it never uses is off, for the page and for whatever stands in it. Two are not named, as
 * browsers that don't have them on every system (Chromium on Linux) warn at each page: the share sheet, which is the page's own without
 * this, and Bluetooth, which asks the person first.
 */
const USED = ['autoplay', 'clipboard-write', 'fullscreen', 'picture-in-picture', 'screen-wake-lock'];
const UNUSED = [
  ...['accelerometer', 'camera', 'display-capture', 'encrypted-media', 'geolocation', 'gyroscope', 'hid'],
  ...['idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'payment', 'publickey-credentials-get'],
  ...['serial', 'sync-xhr', 'usb', 'window-management', 'xr-spatial-tracking'],
];
/** The player of a service is started by a press on this page; anything else it asks for it does not get. */
const permissions = (service?: string): string =>
  [
    ...USED.map((name) => `${name}=(self${name === 'autoplay' && service !== undefined ? ` "${service}"` : ''})`),
    ...UNUSED.map((name) => `${name}=()`),
  ].join(', ');

const POLICY = 'Content-Security-Policy';
const CACHE = 'Cache-Control';
/** Kept, and asked about each time: a new build is seen at once. */
const ASK = { [CACHE]: 'no-cache' };
const FOR_EVER = { [CACHE]: 'public, max-age=31536000, immutable' };
const TEN_MINUTES = { [CACHE]: 'public, max-age=600' };
const AN_HOUR = { [CACHE]: 'public, max-age=3600' };
/** Public files without cookies: a page elsewhere may read them, as integrity checks and sandboxed frames do. */
const FOR_ALL = { 'Access-Control-Allow-Origin': '*' };

/** Also of every file that the table does not know, where a host can say "all the rest". */
export const pageHeaders = (site: Policed): Headers => ({
  [POLICY]: `${pagePolicy(site)}; ${NO_FRAMES}`,
  ...ASK,
});

export function headerRules(site: HostedSite): readonly HeaderRule[] {
  const { prefix, languages, partners, versioned, film } = site;
  const frames = partners.length === 0 ? '*' : `'self' ${partners.join(' ')}`;
  const rules: HeaderRule[] = [
    {
      about: 'everything',
      paths: ['*'],
      headers: {
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'same-origin',
        'Permissions-Policy': permissions(film?.service),
      },
    },
    {
      about: 'the pages: nobody else may show them in a frame',
      paths: ['', 'index.html', '404.html', ...languages.map((language) => `${language}/*`)],
      headers: pageHeaders(site),
    },
    {
      about: partners.length === 0 ? 'what may stand on any page of others' : 'what may stand on pages of partners',
      paths: ['embed/*'],
      headers: { [POLICY]: `${pagePolicy(site)}; frame-ancestors ${frames}`, ...FOR_ALL },
    },
    { about: 'the pages of it', paths: languages.map((language) => `embed/${language}/*`), headers: ASK },
    {
      about: 'the script for partners, by the name that stays',
      paths: ['embed/dichterbij-film.js', 'embed/dichterbij-film.d.ts', 'embed/integrity.json'],
      headers: TEN_MINUTES,
    },
    { about: 'the same, one version each', paths: versioned.map((name) => `embed/${name}`), headers: FOR_EVER },
    {
      about: 'files whose name tells their content',
      paths: ['assets/*'],
      headers: { [POLICY]: FILE_POLICY, ...FOR_EVER, ...FOR_ALL },
    },
    {
      about: 'the film and its pictures; a frame without an origin asks what is the matter with it',
      paths: ['film/*'],
      headers: { [POLICY]: FILM_POLICY, ...ASK, ...FOR_ALL },
    },
    { about: 'and may be told that it is missing', paths: ['404.html'], headers: FOR_ALL },
    {
      about: 'its words, and the icon',
      paths: ['subtitles/*', 'icon.svg'],
      headers: { [POLICY]: FILE_POLICY, ...ASK },
    },
    {
      about: 'what the site is made of, and whom to tell of a hole in it',
      paths: ['licences.txt', 'sbom.cdx.json', '.well-known/security.txt'],
      headers: { [POLICY]: FILE_POLICY, ...ASK },
    },
    {
      about: 'the words to read',
      paths: [...languages.map((language) => `subtitles/${language}.txt`), 'licences.txt', '.well-known/security.txt'],
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    },
    { about: 'what keeps the site on a device', paths: ['worker.js'], headers: { [POLICY]: WORKER_POLICY, ...ASK } },
    { about: 'and its list of files', paths: ['offline.json'], headers: { [POLICY]: FILE_POLICY, ...ASK } },
    {
      about: 'what other sites ask about the film',
      paths: ['oembed/*'],
      headers: { [POLICY]: FILE_POLICY, ...AN_HOUR, ...FOR_ALL },
    },
  ];
  return rules
    .filter(({ paths }) => paths.length > 0)
    .map((rule) => ({ ...rule, paths: rule.paths.map((path) => prefix + path) }));
}

const matches = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

/** All that a path gets, or a pattern such as `/embed/nl/*` as a whole. */
export function headersAt(rules: readonly HeaderRule[], path: string): Headers {
  const found = rules.filter(({ paths }) => paths.some((pattern) => matches(pattern, path)));
  return Object.assign({}, ...found.map(({ headers }) => headers)) as Headers;
}
