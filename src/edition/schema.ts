/**
 * The shape of an edition: what its maker writes. Two files carry it: `film.json` (people, themes, chapters, quotes and notes by
 * id and by cue id; no words, no times) and one `words.<language>.json` for each language (every title, label, quote and question).
 * Types are inferred from here; the JSON Schemas that editors complete and check against are generated from here too.
 */
import * as v from 'valibot';

/**
 * Lower-case words joined by hyphens: readable in an address, valid as a WebVTT class and as an HTML id. Ids are names in lookups, and
 * "constructor" is the one such word that every JavaScript object answers to.
 */
export const ID_PATTERN = /^(?!constructor$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
const id = (of: string) =>
  v.pipe(
    v.string(),
    v.regex(ID_PATTERN, 'use lower-case letters, digits and hyphens'),
    v.maxLength(60),
    v.description(of),
  );

/** A BCP 47 language tag of the plain kind: `nl`, `en`, `pt-BR`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Z]{2}|-[A-Z][a-z]{3})?$/;
const languageTag = v.pipe(
  v.string(),
  v.regex(LANGUAGE_TAG, 'use a language tag such as "nl" or "pt-BR"'),
  v.description('Language tag (BCP 47), for example "nl".'),
);

/** The beginning of a tag. Without flags, so that it means the same in the JSON Schema. */
export const MARKUP = /<\/?[a-zA-Z!]/;

/** One line of plain text. Markup has no meaning anywhere in these files and is refused, so that it never shows as stray signs. */
const plain = (of: string, most = 300) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('this text is empty'),
    v.maxLength(most),
    v.check((text) => !MARKUP.test(text), 'write plain text, without markup such as <b>'),
    v.description(of),
  );

const cueId = (of: string) => id(`${of} The id of a cue in the subtitle files.`);

/** A path inside `public/`, without a leading slash. */
const publicFile = (of: string) =>
  v.pipe(
    v.string(),
    v.regex(/^(?!\/)(?!.*\.\.)[\w./-]+$/, 'name a file inside public/, for example "film/film.mp4"'),
    v.description(of),
  );

const httpsAddress = (of: string) =>
  v.pipe(
    v.string(),
    v.regex(/^https:\/\/[^\s/]+(?:\/\S*)?$/, 'use a full https address'),
    v.maxLength(300),
    v.description(of),
  );

const wholeFile = v.strictObject({
  file: publicFile('The film file.'),
  type: v.pipe(
    v.string(),
    v.regex(/^video\/[\w.+-]+/, 'use a type such as video/mp4'),
    v.description('MIME type with codecs (RFC 6381), so that a browser can choose.'),
  ),
});
const fileInParts = v.strictObject({
  file: v.pipe(
    v.string(),
    v.regex(/^(?!\/)(?!.*\.\.)[\w./-]+\.m3u8$/, 'name a playlist inside public/, for example "film/hls/film.m3u8"'),
    v.description('The playlist of a film in parts and in several sizes (HLS), as npm run film -- --hls makes it.'),
  ),
  type: v.literal('application/vnd.apple.mpegurl'),
});
const youtubeFilm = v.strictObject({
  service: v.literal('youtube'),
  id: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9_-]{11}$/, 'use the 11 signs behind "v=" in the address'),
    v.description('The film at YouTube. Viewers are asked before anything of YouTube is loaded.'),
  ),
});
const vimeoFilm = v.strictObject({
  service: v.literal('vimeo'),
  id: v.pipe(
    v.string(),
    v.regex(/^[1-9][0-9]{5,11}$/, 'use the number in the address'),
    v.description('The film at Vimeo. Viewers are asked before anything of Vimeo is loaded.'),
  ),
});
const sourceOfFilm = v.union(
  [wholeFile, fileInParts, youtubeFilm, vimeoFilm],
  'name a film with its type, a playlist (.m3u8) with its own, or a service (youtube, vimeo) with an id',
);

const percent = v.pipe(v.number(), v.minValue(-50), v.maxValue(150));

const PlateSchema = v.pipe(
  v.strictObject({
    circle: v.pipe(
      v.strictTuple([percent, percent, percent]),
      v.description('Middle x, middle y and radius of the round shape.'),
    ),
    arch: v.pipe(
      v.strictTuple([percent, percent, percent, percent]),
      v.description('Middle x, middle y, width and height of the straight-edged shape.'),
    ),
    ground: v.pipe(percent, v.description('How far down the ground begins.')),
  }),
  v.description('A drawn composition of the two shapes on a square of 100 by 100.'),
);

const SpriteSchema = v.pipe(
  v.strictObject({
    file: v.pipe(
      v.string(),
      v.regex(/^(?!\/)(?!.*\.\.)[\w./-]+\.(?:avif|jpe?g|png)$/, 'name a picture (.avif, .jpg or .png) inside public/'),
      v.description('The picture with all of them, as npm run film -- --sprite makes it.'),
    ),
    columns: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(40), v.description('Pictures in a row.')),
    rows: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(40), v.description('Rows of pictures.')),
  }),
  v.description(
    'Small pictures of the film for its time bar, in one file: row by row, each of an equal part of the film. No times: of twenty pictures the first is of the first twentieth.',
  ),
);

export const FilmSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: id('The id of the edition: also the name of its folders.'),
  standIn: v.pipe(
    v.boolean(),
    v.description('True while the film is a stand-in for the real one; the page then says so.'),
  ),
  languages: v.pipe(
    v.array(languageTag),
    v.minLength(1),
    v.description(
      'The languages of the edition. The first is the default: its subtitles set the times, its portraits name the cues.',
    ),
  ),
  film: v.strictObject({
    width: v.pipe(v.number(), v.integer(), v.minValue(1), v.description('Width of the picture in pixels.')),
    height: v.pipe(v.number(), v.integer(), v.minValue(1), v.description('Height of the picture in pixels.')),
    sources: v.pipe(
      v.array(sourceOfFilm),
      v.minLength(1),
      v.description(
        'The same film in one or more forms, the preferred one first. A film at a service is shown where no file can be.',
      ),
    ),
    posters: v.pipe(
      v.array(
        v.strictObject({
          file: publicFile('The still picture.'),
          type: v.pipe(v.string(), v.regex(/^image\/[\w.+-]+$/)),
        }),
      ),
      v.minLength(1),
      v.description(
        'The picture that stands there before the film plays, the preferred format first; the last is the most widely read (JPEG).',
      ),
    ),
    sprite: v.optional(SpriteSchema),
  }),
  perspectives: v.pipe(
    v.strictTuple([
      id('The side drawn as a round, warm shape.'),
      id('The side drawn as a straight-edged, cool shape.'),
    ]),
    v.description('The two sides of the table.'),
  ),
  people: v.pipe(
    v.array(
      v.strictObject({
        id: id('The id of this person.'),
        name: v.pipe(
          plain('The name as the voice tag of the subtitles has it.', 60),
          v.regex(/^[^<>&]+$/, 'use a name without < > &'),
        ),
        perspective: id('One of the two perspectives.'),
        anonymised: v.pipe(
          v.boolean(),
          v.description('True when the name is not the real one; the page then says so.'),
        ),
        plate: PlateSchema,
      }),
    ),
    v.minLength(1),
  ),
  themes: v.pipe(
    v.array(id('The id of a theme: the class that marks a phrase about it in the subtitles.')),
    v.minLength(1),
  ),
  chapters: v.pipe(
    v.array(
      v.strictObject({
        id: id('The id of this chapter.'),
        person: v.optional(id('The person whom the chapter is about.')),
        from: cueId('The chapter begins with this cue.'),
        to: cueId('The chapter ends with this cue.'),
        plate: v.optional(PlateSchema),
        thumbnail: v.optional(publicFile('A small picture of the chapter.')),
      }),
    ),
    v.minLength(1),
  ),
  quotes: v.array(
    v.strictObject({
      id: id('The id of this quote.'),
      person: id('Who says it.'),
      from: cueId('The quote shows from the start of this cue.'),
      to: cueId('The quote shows until the end of this cue.'),
      wording: v.pipe(
        v.picklist(['retold', 'verbatim']),
        v.description(
          '"retold" until the person\'s own words stand here; only "verbatim" is shown between quotation marks.',
        ),
      ),
    }),
  ),
  notes: v.array(
    v.strictObject({
      id: id('The id of this content note.'),
      from: cueId('The hard passage begins with this cue; the film waits before it.'),
      to: cueId('The hard passage ends with this cue; "skip" goes on after it.'),
    }),
  ),
  glossary: v.array(id('The id of a term that the words files explain.')),
});

const HelpSchema = v.strictObject({
  name: plain('Who helps.', 80),
  how: plain('What to do, in one sentence.'),
  phone: v.optional(v.pipe(v.string(), v.regex(/^\+?[0-9][0-9 -]{1,20}$/, 'use digits, spaces and hyphens'))),
  url: v.optional(httpsAddress('Where to go on the web.')),
});

const questions = v.pipe(v.array(plain('A question to talk about.', 200)), v.minLength(1));
const hostNote = plain('What helps a workshop host here.', 400);

export const WordsSchema = v.strictObject({
  $schema: v.optional(v.string()),
  title: plain('The title of the film.', 80),
  titleLanguage: v.optional(
    v.pipe(languageTag, v.description('Set where the title is in another language than this file.')),
  ),
  summary: plain('What the film is, in one or two sentences: also what search engines and shared links show.', 300),
  standInNote: v.optional(plain('What a stand-in film is and why it is here.', 300)),
  retoldNote: v.optional(plain('What "retold" means here.', 300)),
  narrator: plain('The name of the narrator as the voice tag of this language has it.', 60),
  perspectives: v.record(
    v.string(),
    v.strictObject({ one: plain('One person of this side: "client".', 40), many: plain('Several: "clients".', 40) }),
  ),
  people: v.record(v.string(), v.strictObject({ short: plain('Who this is, in one short line.', 120) })),
  themes: v.record(
    v.string(),
    v.strictObject({
      label: plain('The name of the theme.', 60),
      short: v.optional(plain('A shorter name for small places.', 24)),
      slug: id('The name of the theme in addresses of this language.'),
      about: plain('What the theme is about, in one to three sentences.', 400),
      questions: v.optional(questions),
      hostNote: v.optional(hostNote),
    }),
  ),
  chapters: v.record(
    v.string(),
    v.strictObject({
      title: plain('The title of the chapter.', 60),
      summary: plain('What the chapter tells, in one sentence.', 200),
      questions,
      hostNote,
    }),
  ),
  quotes: v.record(v.string(), plain('The words of the quote.', 160)),
  notes: v.record(
    v.string(),
    v.strictObject({
      title: plain('What comes, in a few words.', 80),
      text: plain('What comes, and that it may be skipped.', 400),
      help: v.array(HelpSchema),
    }),
  ),
  glossary: v.record(
    v.string(),
    v.strictObject({
      term: plain('The term as people say it.', 60),
      original: v.optional(
        plain('The same in the default language of the edition, where this language has another word.', 60),
      ),
      forms: v.optional(
        v.pipe(
          v.array(plain('The term in another form or by another name.', 60)),
          v.description(
            'Other forms of the term, as the texts have them: "case managers". They lead to the same words.',
          ),
        ),
      ),
      gloss: plain('What it means, in plain words.', 300),
    }),
  ),
});

export type Film = v.InferOutput<typeof FilmSchema>;
export type Person = Film['people'][number];
export type FilmChapter = Film['chapters'][number];
export type FilmQuote = Film['quotes'][number];
export type FilmNote = Film['notes'][number];
export type Plate = v.InferOutput<typeof PlateSchema>;
export type Words = v.InferOutput<typeof WordsSchema>;
