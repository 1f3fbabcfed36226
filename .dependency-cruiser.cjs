// Who may import whom: the table of the architecture. Types that a .svelte file imports are not seen here; eslint.config.js sees those of `edition`.
const TESTS = '[.](test|contract)[.]ts$';

/** Files in `folder` may import packages, and of ours nothing but themselves and `allowed`. */
function folder(name, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: `^src/${name}/`, pathNot: TESTS },
    to: { path: '^(src|tests)/', pathNot: [`^src/${name}/`, ...allowed.map((path) => `^src/${path}`)] },
  };
}

/** Only these packages and Node's modules; `allowed` are the names as they are imported. */
function packages(name, path, allowed, comment) {
  return {
    name: `${name}-packages`,
    comment,
    severity: 'error',
    from: { path, pathNot: TESTS },
    to: { pathNot: ['^src/', ...allowed] },
  };
}

const TYPES = ['type-only', 'type-import'];
const SVELTE = '(^|node_modules/)svelte(/|$)';
const EDITION_MODULES = '^virtual:edition';
const INTERFACE_MODULES = '^virtual:interface';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: TYPES } },
    },
    {
      name: 'found',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: [EDITION_MODULES, INTERFACE_MODULES] },
    },

    folder('timeline', ['edition/schema[.]ts$'], 'What happens when knows nobody; of the schema it takes types only.'),
    {
      name: 'timeline-schema-types',
      comment: 'The schema itself belongs to build time; only its types may go along.',
      severity: 'error',
      from: { path: '^src/timeline/' },
      to: { path: '^src/edition/', dependencyTypesNot: TYPES },
    },
    packages('timeline', '^src/timeline/', [], 'Pure TypeScript needs no package.'),

    folder('programme', ['timeline/'], 'What a host shows is pure, as the timeline is.'),
    packages('programme', '^src/programme/', [], 'Pure TypeScript needs no package.'),

    folder(
      'edition',
      [
        'timeline/',
        'offline/offline-list[.]ts$',
        'resting/data-id[.]ts$',
        'speech/sentences[.]ts$',
        'sync/embed/(embed-link|escape-html|iframe-line)[.]ts$',
        'page[.]ts$',
      ],
      'Build time knows the timeline, how files are listed, where sentences end, how the film is embedded, and nothing that runs in a page.',
    ),
    {
      name: 'edition-page-types',
      comment: 'The page is loaded once Vite has bundled it; importing it would run it unbundled.',
      severity: 'error',
      from: { path: '^src/edition/' },
      to: { path: '^src/page[.]ts$', dependencyTypesNot: TYPES },
    },
    {
      name: 'schema',
      comment: 'The schema is data: its validation library and nothing else.',
      severity: 'error',
      from: { path: '^src/edition/schema[.]ts$' },
      to: { pathNot: 'node_modules/valibot/' },
    },
    {
      name: 'edition-at-build-time',
      comment: 'The edition is read while building: the page gets it from virtual:edition.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(edition|timeline|tools)/', TESTS] },
      to: { path: '^src/edition/' },
    },

    folder('navigation', ['timeline/', 'playback/(?!sources/)'], 'Where we are: addresses and history.'),
    folder('loading', ['timeline/'], 'The edition as it comes to the page.'),
    folder(
      'playback',
      ['timeline/', 'programme/decoders[.]ts$'],
      'The one clock. What a frame of somebody else says is read as all messages of strangers are.',
    ),
    folder('memory', ['playback/(?!sources/)', 'programme/', 'offline/', 'language/'], 'What the device keeps.'),
    packages('memory', '^src/memory/', [SVELTE], 'Svelte is all it needs.'),
    {
      name: 'video-js-in-sources',
      comment: 'Video.js stays behind the media port.',
      severity: 'error',
      from: { pathNot: ['^src/playback/sources/', '^node_modules/'] },
      to: { path: '(^|node_modules/)(video[.]js|@videojs)(/|$)' },
    },
    folder('offline', ['language/', 'ui/'], 'The site on the device, as files: it knows nothing of the film in it.'),
    packages('offline', '^src/offline/(?!worker/)', [SVELTE], 'Svelte is all it needs.'),
    packages('offline-worker', '^src/offline/worker/', ['(^|node_modules/)workbox-'], 'Workbox stays in the worker.'),
    {
      name: 'offline-worker-apart',
      comment: 'The worker runs without a page; nobody imports it, and it imports no state of the page.',
      severity: 'error',
      from: { path: '^src/offline/worker/' },
      to: { path: '[.]svelte([.]ts)?$|(^|node_modules/)svelte(/|$)' },
    },
    packages('navigation', '^src/navigation/', [SVELTE], 'Svelte is all it needs.'),
    packages('loading', '^src/loading/', [SVELTE, EDITION_MODULES], 'Svelte and the edition are all it needs.'),
    packages(
      'playback',
      '^src/playback/',
      [SVELTE, '(^|node_modules/)(video[.]js|@videojs/http-streaming)(/|$)'],
      'Svelte and, in sources, Video.js.',
    ),

    folder('speech', ['timeline/'], 'The voice of the page knows no film and no view.'),
    packages('speech', '^src/speech/', [SVELTE], 'Svelte is all it needs.'),
    {
      name: 'speech-timeline-types',
      comment: 'A voice is told what to say.',
      severity: 'error',
      from: { path: '^src/speech/', pathNot: TESTS },
      to: { path: '^src/timeline/', dependencyTypesNot: TYPES },
    },

    folder('overlays', ['timeline/', 'language/', 'ui/'], 'An overlay gets its entry and callbacks as props.'),
    {
      name: 'overlays-timeline-types',
      comment: 'An overlay is told what to show; it looks nothing up.',
      severity: 'error',
      from: { path: '^src/overlays/', pathNot: TESTS },
      to: { path: '^src/timeline/', dependencyTypesNot: TYPES },
    },
    folder('sharing', ['timeline/', 'language/', 'ui/'], 'It gets the quote that goes out as a prop.'),
    packages('sharing', '^src/sharing/', [SVELTE], 'What goes out of the page is made without packages.'),
    folder(
      'stage',
      [
        'playback/(?!sources/)',
        'timeline/',
        'overlays/index[.]ts$',
        'sharing/index[.]ts$',
        'navigation/',
        'loading/',
        'memory/',
        'speech/',
        'language/',
        'ui/',
      ],
      'The film on the page.',
    ),
    folder(
      'views',
      [
        'playback/(?!sources/)',
        'timeline/',
        'overlays/index[.]ts$',
        'sharing/index[.]ts$',
        'navigation/',
        'loading/',
        'memory/',
        'offline/',
        'speech/',
        'stage/index[.]ts$',
        'programme/',
        'workshop/',
        'embed/embedding[.]svelte[.]ts$',
        'sync/',
        'language/',
        'ui/',
      ],
      'What a person sees.',
    ),
    {
      name: 'views-by-index',
      comment: 'Another view is what its index gives, or nothing.',
      severity: 'error',
      from: { path: '^src/views/([^/]+)/' },
      to: { path: '^src/views/[^/]+/', pathNot: ['^src/views/$1/', '^src/views/[^/]+/index[.]ts$'] },
    },

    folder('language', [], 'Words know nothing of films.'),
    packages(
      'language',
      '^src/language/',
      [SVELTE, INTERFACE_MODULES, '(^|node_modules/)i18next(/|$)'],
      'Svelte, i18next and the words that the build brings.',
    ),
    folder('ui', ['language/'], 'Knows nothing of films.'),
    folder('styles', [], 'Knows nothing of films.'),
    folder('sync', ['programme/', 'timeline/'], 'Other windows.'),
    {
      name: 'sync-protocol-pure',
      comment: 'The protocol is pure: of others it takes types, and the reading of what strangers send.',
      severity: 'error',
      from: { path: '^src/sync/protocol', pathNot: TESTS },
      to: { dependencyTypesNot: TYPES, pathNot: '^src/programme/decode(-session|rs)[.]ts$' },
    },
    {
      name: 'sync-embed-protocol-pure',
      comment:
        'What is said between a film and the page around is pure too; the bridge and the client are its two ends.',
      severity: 'error',
      from: { path: '^src/sync/embed/embed-(protocol|values|message|listeners)[.]ts$', pathNot: TESTS },
      to: {
        dependencyTypesNot: TYPES,
        pathNot: ['^src/programme/decoders[.]ts$', '^src/sync/embed/embed-(values|message)[.]ts$'],
      },
    },
    {
      name: 'sync-embed-client-apart',
      comment: 'Partners load it: it is one small file that imports the protocol and nothing else.',
      severity: 'error',
      from: { path: '^src/sync/embed/client/', pathNot: TESTS },
      to: {
        dependencyTypesNot: TYPES,
        pathNot: [
          '^src/sync/embed/client/',
          '^src/programme/decoders[.]ts$',
          '^src/sync/embed/embed-(values|message)[.]ts$',
        ],
      },
    },
    folder(
      'workshop',
      ['programme/', 'sync/', 'playback/(?!sources/)', 'timeline/', 'loading/', 'language/'],
      'A workshop that goes on: the host owns it, the room follows.',
    ),
    packages('workshop', '^src/workshop/', [SVELTE], 'Svelte is all it needs.'),

    folder('resting', ['timeline/'], 'A page before its app is there: small, and knows only what is in the page.'),
    packages('resting', '^src/resting/', [], 'All that it loads is paid for before the first press.'),

    folder(
      'embed',
      [
        'sync/embed/',
        'resting/',
        'playback/(?!sources/)',
        'timeline/',
        'navigation/',
        'loading/',
        'stage/time-words[.]ts$',
        'language/',
        'ui/',
      ],
      'The film on a page of somebody else: its page, as the bridge to the page around sees it.',
    ),
    packages('embed', '^src/embed/', [SVELTE], 'Svelte is all it needs.'),

    folder('tools', ['edition/', 'timeline/'], 'Tools read editions, never pages.'),
    {
      name: 'tools-apart',
      comment: 'Nothing that is shipped may need a tool.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/tools/', TESTS] },
      to: { path: '^src/tools/' },
    },
    {
      name: 'tests-apart',
      comment: 'Only tests import tests.',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: ['^tests/', TESTS] },
    },
    {
      name: 'no-dev-packages-in-pages',
      comment: 'What a page imports is a dependency, not a tool.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(edition|tools)/', TESTS] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: TYPES },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules'] },
    // The pages of other players import what only `npm run bench` installs.
    exclude: { path: '^(dist|[.]cache|media-manifests|tests/bench/(peers|node_modules))/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'svelte', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
