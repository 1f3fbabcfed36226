/**
 * oEmbed 1.0 (https://oembed.com) without a server: what a content management system is told when somebody pastes an address of the site.
 * Everything is written beforehand, so the parameters of a request (`url`, `maxwidth`, `maxheight`, `format`) change nothing.
 */
import { encodeEmbedChoice, USUAL_CHOICE, type EmbedChoice } from '../sync/embed/embed-link';
import { iframeLine } from '../sync/embed/iframe-line';
import type { EditionData, Words } from '../timeline/edition-data';
import { routeOf } from '../timeline/route';
import { createTimeline } from '../timeline/timeline';
import type { PictureSize } from './picture-size';

/** A response of the type `video`. */
export interface OEmbedVideo {
  readonly version: '1.0';
  readonly type: 'video';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  /** Seconds. */
  readonly cache_age: number;
  readonly html: string;
  readonly width: number;
  readonly height: number;
  /** All three, or none. */
  readonly thumbnail_url?: string;
  readonly thumbnail_width?: number;
  readonly thumbnail_height?: number;
}

export interface OEmbedFile {
  /** From the folder of the site on. */
  readonly path: string;
  readonly language: string;
  readonly kind: 'film' | 'chapter' | 'theme';
  /** Of the chapter or theme. */
  readonly id?: string;
  readonly response: OEmbedVideo;
}

/** A page of the site, as far as oEmbed goes. */
interface SitePage {
  readonly place: { readonly view: string; readonly language: string; readonly id?: string };
  readonly address: string;
}

export interface OEmbedSource {
  /** Where the site stands, with a slash at the end: whoever reads these files is elsewhere. */
  readonly siteUrl: string;
  readonly data: EditionData;
  /** By language. */
  readonly words: Readonly<Record<string, Pick<Words, 'title' | 'chapters' | 'themes'>>>;
  readonly pages: readonly SitePage[];
  /** Undefined for a picture that can't be measured; it is then left out. */
  readonly sizeOf: (file: string) => PictureSize | undefined;
}

/** A day: titles and pictures seldom change, and a corrected one should not take a week. */
const CACHE_AGE = 86_400;

/**
 * WordPress puts every frame that it finds by itself into a sandbox without new tabs: portraits and themes would be links that do nothing.
 * In the same frame they work everywhere.
 */
const CHOICE: EmbedChoice = { ...USUAL_CHOICE, portraits: 'inside' };

/** Of the frame, in pixels: an ordinary column of text, and the picture of the film. The controls lie over it. */
const WIDTH = 640;
const frameOf = ({ width, height }: EditionData['film']) => ({
  width: WIDTH,
  height: Math.round((WIDTH * height) / width),
});

/** In the order of the site: for each language the film, its chapters, its themes. */
export function oembedFiles(source: OEmbedSource): OEmbedFile[] {
  const { data } = source;
  const timeline = createTimeline(data);
  // A theme of which nobody speaks has no film to show.
  const themes = data.themes.filter(({ id }) => routeOf(data, timeline, id).stops.length > 0);
  return data.languages.flatMap((language) => {
    const words = source.words[language]!;
    const file = (kind: OEmbedFile['kind'], id: string | undefined, name: string | undefined, picture?: string) => ({
      path: `oembed/${language}/${kind}${id === undefined ? '' : `-${id}`}.json`,
      language,
      kind,
      ...(id !== undefined && { id }),
      response: responseFor(source, language, {
        choice: { ...CHOICE, ...(id !== undefined && kind !== 'film' && { [kind]: id }) },
        title: name === undefined ? words.title : `${name} · ${words.title}`,
        picture: picture ?? data.film.posters.at(-1)?.file,
      }),
    });
    return [
      file('film', undefined, undefined),
      ...data.chapters.map(({ id, thumbnail }) => file('chapter', id, words.chapters[id]?.title, thumbnail)),
      ...themes.map(({ id }) => file('theme', id, words.themes[id]?.label)),
    ];
  });
}

interface Wanted {
  readonly choice: EmbedChoice;
  readonly title: string;
  readonly picture: string | undefined;
}

function responseFor(source: OEmbedSource, language: string, { choice, title, picture }: Wanted): OEmbedVideo {
  const whole = (path: string) => new URL(path, source.siteUrl).href;
  const embed = source.pages.find(({ place }) => place.view === 'embed' && place.language === language);
  if (!embed) throw new Error(`No embed page in "${language}".`);
  const frame = frameOf(source.data.film);
  const size = picture === undefined ? undefined : source.sizeOf(picture);
  return {
    version: '1.0',
    type: 'video',
    title,
    provider_name: source.words[language]!.title,
    provider_url: source.siteUrl,
    cache_age: CACHE_AGE,
    html: iframeLine({ src: whole(embed.address) + encodeEmbedChoice(choice), title, ...frame }),
    ...frame,
    ...(size && { thumbnail_url: whole(picture!), thumbnail_width: size.width, thumbnail_height: size.height }),
  };
}

/** A way from a page to what oEmbed says of it. */
export interface OEmbedLink {
  readonly path: string;
  readonly title: string;
}

/**
 * Links for the head of a page. Consumers take the first and ask nothing more. The chapters have no pages of their own: their addresses
 * are fragments of the film's page, which no consumer sends, so the film comes first there and its chapters are for who looks further.
 */
export function oembedLinks(files: readonly OEmbedFile[], { view, language, id }: SitePage['place']): OEmbedLink[] {
  const told = files.filter((file) => {
    if (file.language !== language) return false;
    if (view === 'film') return file.kind !== 'theme';
    if (view === 'theme') return file.kind === 'theme' && file.id === id;
    return view === 'embed-maker' && file.kind === 'film';
  });
  return told.map(({ path, response: { title } }) => ({ path, title }));
}
