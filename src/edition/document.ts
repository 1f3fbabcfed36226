/** The HTML around a page. */
import type { Film } from './schema';

interface PageParts {
  readonly head: string;
  readonly body: string;
  readonly title: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly address: string;
  readonly root: string;
  readonly files: { readonly entry: string; readonly scripts: readonly string[]; readonly css: readonly string[] };
  readonly alternates: readonly { readonly language: string; readonly address: string }[];
  readonly film: Film['film'];
  readonly siteUrl?: string;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);

export function pageDocument(page: PageParts): string {
  const { root, files, film } = page;
  const whole = (path: string) => escape(page.siteUrl ? new URL(path, page.siteUrl).href : root + path);
  const picture = film.posters.at(-1);
  const lines = [
    ...files.css.map((file) => `<link rel="stylesheet" href="${root}${file}">`),
    ...files.scripts.map((file) => `<link rel="modulepreload" href="${root}${file}">`),
    `<link rel="icon" type="image/svg+xml" href="${root}icon.svg">`,
    ...(page.siteUrl ? [`<link rel="canonical" href="${whole(page.address)}">`] : []),
    ...page.alternates.map(
      ({ language, address }) => `<link rel="alternate" hreflang="${language}" href="${whole(address)}">`,
    ),
    `<meta property="og:type" content="video.other">`,
    `<meta property="og:site_name" content="${escape(page.title)}">`,
    `<meta property="og:locale" content="${page.language}">`,
    `<meta property="og:url" content="${whole(page.address)}">`,
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
<html lang="${page.language}" dir="${page.direction}" data-root="${root}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${page.head}
${lines.join('\n')}
</head>
<body>
<div id="app">${page.body}</div>
<script type="module" src="${root}${files.entry}"></script>
</body>
</html>
`;
}

/** The front door: the languages by their own names. It asks nobody's browser for a guess; a link is one press. */
export function chooserDocument(
  languages: readonly { readonly code: string; readonly name: string }[],
  css: readonly string[],
): string {
  const first = languages[0]!;
  const links = languages
    .map(({ code, name }) => `<li><a lang="${code}" hreflang="${code}" href="${code}/">${escape(name)}</a></li>`)
    .join('');
  return `<!doctype html>
<html lang="${first.code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0; url=${first.code}/">
<title>${languages.map(({ name }) => escape(name)).join(' · ')}</title>
${css.map((file) => `<link rel="stylesheet" href="${file}">`).join('\n')}
<link rel="icon" type="image/svg+xml" href="icon.svg">
</head>
<body><main class="chooser"><h1>${languages.map(({ name }) => escape(name)).join(' · ')}</h1><ul>${links}</ul></main></body>
</html>
`;
}
