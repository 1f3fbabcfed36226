/** The HTML around a page. */
import { DATA_ID } from '../resting/data-id';
import { escapeHtml as escape } from '../sync/embed/escape-html';
import type { OEmbedLink } from './oembed';
import { NOT_FOUND_POLICY } from './headers';
import type { StylesOfPage } from './page-styles';
import type { FilmData } from '../timeline/edition-data';

interface PageParts {
  readonly head: string;
  readonly body: string;
  readonly title: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The digits of the language, by their name in Unicode. */
  readonly numbering: string;
  /** Address to be known by: that of the page itself, or of the page that it repeats. */
  readonly canonical: string;
  readonly root: string;
  readonly files: {
    readonly entry: string;
    readonly scripts: readonly string[];
    /** Styles that the page asks for. */
    readonly css: readonly string[];
    /** Styles that stand in the page, and the files that they were made of. */
    readonly styles?: StylesOfPage;
  };
  readonly alternates: readonly { readonly language: string; readonly address: string }[];
  readonly film: Pick<FilmData, 'width' | 'height' | 'posters'>;
  /** True for a page in a frame of somebody else's: its links leave to a new tab. */
  readonly isFramed: boolean;
  readonly oembed?: readonly OEmbedLink[];
  /** What the page knows while it rests. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  readonly siteUrl?: string;
}

/** As data that no browser runs, and that can't end the element it stands in. */
const dataBlock = (data: PageParts['data']) =>
  data
    ? `<script type="application/json" id="${DATA_ID}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>\n`
    : '';

export function pageDocument(page: PageParts): string {
  const { root, files, film } = page;
  const whole = (path: string) => escape(page.siteUrl ? new URL(path, page.siteUrl).href : root + path);
  const picture = film.posters.at(-1);
  const lines = [
    ...(page.isFramed
      ? [
          '<base target="_blank">',
          '<meta name="robots" content="noindex">',
          // What a partner has chosen is in place before anything is seen; a browser that can't wait shows the usual for a moment.
          `<script type="module" blocking="render" src="${root}${files.entry}"></script>`,
        ]
      : []),
    ...files.css.map((file) => `<link rel="stylesheet" href="${root}${file}">`),
    ...(files.styles?.texts ?? []).map((text) => `<style>${text}</style>`),
    // The app would ask for them: these say that it has them.
    ...(files.styles?.files ?? []).map((file) => `<link rel="stylesheet" disabled href="${root}${file}">`),
    ...files.scripts.map((file) => `<link rel="modulepreload" href="${root}${file}">`),
    // Runs when it is there, also while the rest of the page is still being read.
    ...(page.isFramed ? [] : [`<script type="module" async src="${root}${files.entry}"></script>`]),
    `<link rel="icon" type="image/svg+xml" href="${root}icon.svg">`,
    ...(page.siteUrl ? [`<link rel="canonical" href="${whole(page.canonical)}">`] : []),
    ...page.alternates.map(
      ({ language, address }) => `<link rel="alternate" hreflang="${language}" href="${whole(address)}">`,
    ),
    ...(page.oembed ?? []).map(
      ({ path, title }) =>
        `<link rel="alternate" type="application/json+oembed" href="${whole(path)}" title="${escape(title)}">`,
    ),
    `<meta property="og:type" content="video.other">`,
    `<meta property="og:site_name" content="${escape(page.title)}">`,
    `<meta property="og:locale" content="${page.language}">`,
    `<meta property="og:url" content="${whole(page.canonical)}">`,
    ...(picture
      ? [
          `<meta property="og:image" content="${whole(picture.file)}">`,
          `<meta property="og:image:width" content="${film.width}">`,
          `<meta property="og:image:height" content="${film.height}">`,
        ]
      : []),
    `<meta name="twitter:card" content="summary_large_image">`,
  ];
  return `<!doctype html>
<html lang="${page.language}" dir="${page.direction}" data-digits="${page.numbering}" data-root="${root}"${page.isFramed ? '' : ' data-release=""'}${page.data && !page.isFramed ? ' data-rests=""' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${page.head}
${dataBlock(page.data)}${lines.join('\n')}
</head>
<body>
<div id="app">${page.body}</div>
</body>
</html>
`;
}

interface ChoiceOfLanguage {
  readonly code: string;
  readonly direction: 'ltr' | 'rtl';
  /** Of the language, in itself. */
  readonly name: string;
  /** Of the film, in it. */
  readonly title: string;
}

/** The front door: the film, and the languages by their own names. It asks nobody's browser for a guess; a link is one press. */
export function chooserDocument(languages: readonly ChoiceOfLanguage[], css: readonly string[]): string {
  const first = languages[0]!;
  const own = ({ code, direction }: ChoiceOfLanguage, text: string) =>
    `<bdi lang="${code}" dir="${direction}">${escape(text)}</bdi>`;
  // A title may be the same in several languages.
  const titled = languages.filter(({ title }, at) => languages.findIndex((each) => each.title === title) === at);
  const links = languages
    .map((each) => `<li><a hreflang="${each.code}" href="${each.code}/">${own(each, each.name)}</a></li>`)
    .join('');
  return `<!doctype html>
<html lang="${first.code}" dir="${first.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0; url=${first.code}/">
<title>${titled.map(({ title }) => escape(title)).join(' · ')}</title>
${css.map((file) => `<link rel="stylesheet" href="${file}">`).join('\n')}
<link rel="icon" type="image/svg+xml" href="icon.svg">
</head>
<body><main class="chooser"><h1>${titled.map((each) => own(each, each.title)).join(' · ')}</h1><ul>${links}</ul></main></body>
</html>
`;
}

/** What stands at every address without a page, so all addresses in it begin at the host: `prefix` is the folder of the site there. */
export function notFoundDocument(
  languages: readonly {
    readonly code: string;
    readonly direction: 'ltr' | 'rtl';
    readonly title: string;
    readonly toFilm: string;
  }[],
  css: readonly string[],
  prefix: string,
): string {
  const [first] = languages;
  const parts = languages.map(
    ({ code, direction, title, toFilm }, index) =>
      `<div lang="${code}" dir="${direction}"><h${index ? 2 : 1}>${escape(title)}</h${index ? 2 : 1}>` +
      `<p><a hreflang="${code}" href="${prefix}${code}/">${escape(toFilm)}</a></p></div>`,
  );
  return `<!doctype html>
<html lang="${first!.code}" dir="${first!.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${NOT_FOUND_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${languages.map(({ title }) => escape(title)).join(' · ')}</title>
${css.map((file) => `<link rel="stylesheet" href="${prefix}${file}">`).join('\n')}
<link rel="icon" type="image/svg+xml" href="${prefix}icon.svg">
</head>
<body><main class="chooser not-found">${parts.join('')}</main></body>
</html>
`;
}
