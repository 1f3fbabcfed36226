/** Reads a session that came from another window, an earlier visit or a stranger. What does not fit in any part is refused whole. */
import {
  between,
  fields,
  idOfEdition as id,
  languageTag as language,
  list,
  matching,
  oneOf,
  safely,
  whole,
  yesOrNo,
  type Decoder,
} from './decoders';
import { MOST_ITEMS, MOST_TALK, MOST_WISHED, itemKey, type Programme, type ProgrammeItem } from './programme';
import type { Scene } from './scenes';
import { MOST_SECONDS, ROOM_SIZES, type Cover, type FilmOrder, type ItemRecord, type Session } from './session';

const SESSION_ID = /^(?!constructor$)[a-z0-9-]{8,40}$/i;
/** Until the year 2100. */
const MOST_MILLISECONDS = 4_102_444_800_000;
const MOST_TAKES = 1_000_000;
const MOST_QUESTIONS = 50;
const THEME = 'theme:';

export const decodeSessionId = matching(SESSION_ID, 40);
export const decodeSeconds = between(0, MOST_SECONDS);
export const decodeTake = whole(0, MOST_TAKES);
export const decodeMilliseconds = between(0, MOST_MILLISECONDS);
const kindOfItem = oneOf(['chapter', 'theme']);
const itemMinutes = whole(0, MOST_TALK);
const wishedMinutes = whole(1, MOST_WISHED);
const itemIndex = whole(0, MOST_ITEMS - 1);
const questionIndex = whole(0, MOST_QUESTIONS - 1);

/** What `itemKey` makes. */
export const decodeKey: Decoder<string> = (value) => {
  if (typeof value !== 'string') return undefined;
  const isTheme = value.startsWith(THEME);
  return id(isTheme ? value.slice(THEME.length) : value) === undefined ? undefined : value;
};

const decodeItem: Decoder<ProgrammeItem> = (value) => {
  const given = fields(value);
  const item = { kind: kindOfItem(given?.['kind']), id: id(given?.['id']), talk: itemMinutes(given?.['talk']) };
  return isWhole<ProgrammeItem>(item) ? item : undefined;
};

const decodeItems = list(MOST_ITEMS, decodeItem);

export const decodeProgramme: Decoder<Programme> = safely((value) => {
  const given = fields(value);
  const items = decodeItems(given?.['items']);
  if (!items || hasTwice(items.map(itemKey))) return undefined;
  const wished = optional(wishedMinutes)(given?.['wished']);
  return wished && { items, ...(wished.value !== undefined && { wished: wished.value }) };
});

const decodeScene: Decoder<Scene> = (value) => {
  const given = fields(value);
  const kind = given?.['kind'];
  if (kind === 'welcome' || kind === 'end') return { kind };
  const item = itemIndex(given?.['item']);
  if (item === undefined) return undefined;
  if (kind === 'card' || kind === 'film') return { kind, item };
  const question = questionIndex(given?.['question']);
  return kind === 'question' && question !== undefined ? { kind, item, question } : undefined;
};

const decodeCover: Decoder<Cover> = (value) => {
  const given = fields(value);
  const kind = given?.['kind'];
  if (kind === 'black') return { kind };
  const quote = id(given?.['quote']);
  return kind === 'quote' && quote !== undefined ? { kind, quote } : undefined;
};

const decodeFilm: Decoder<FilmOrder> = (value) => {
  const given = fields(value);
  const film = {
    take: decodeTake(given?.['take']),
    time: decodeSeconds(given?.['time']),
    playing: yesOrNo(given?.['playing']),
  };
  return isWhole<FilmOrder>(film) ? film : undefined;
};

const decodeRecord: Decoder<ItemRecord> = (value) => {
  const given = fields(value);
  const record = {
    key: decodeKey(given?.['key']),
    at: decodeMilliseconds(given?.['at']),
    place: decodeSeconds(given?.['place']),
    seen: decodeSeconds(given?.['seen']),
    ended: yesOrNo(given?.['ended']),
    talk: decodeSeconds(given?.['talk']),
  };
  return isWhole<ItemRecord>(record) ? record : undefined;
};

const oneTrue: Decoder<true> = (value) => (value === true ? true : undefined);
const decodeSubtitles = list(2, language);
const decodeRecords = list(MOST_ITEMS, decodeRecord);

export const decodeSession: Decoder<Session> = safely((value) => {
  const given = fields(value);
  if (!given) return undefined;
  const session = {
    id: decodeSessionId(given['id']),
    programme: decodeProgramme(given['programme']),
    begun: decodeMilliseconds(given['begun']),
    at: decodeMilliseconds(given['at']),
    scene: decodeScene(given['scene']),
    film: decodeFilm(given['film']),
    language: language(given['language']),
    subtitles: decodeSubtitles(given['subtitles']),
    size: oneOf(ROOM_SIZES)(given['size']),
    records: decodeRecords(given['records']),
  };
  const cover = optional(decodeCover)(given['cover']);
  const talkingSince = optional(decodeMilliseconds)(given['talkingSince']);
  const over = optional(oneTrue)(given['over']);
  if (!isWhole<Omit<Session, 'cover' | 'talkingSince' | 'over'>>(session) || !cover || !talkingSince || !over)
    return undefined;
  const { scene, programme, records } = session;
  if ('item' in scene && scene.item >= programme.items.length) return undefined;
  if (hasTwice(records.map((record) => record.key))) return undefined;
  return {
    ...session,
    ...(cover.value !== undefined && { cover: cover.value }),
    ...(talkingSince.value !== undefined && { talkingSince: talkingSince.value }),
    ...(over.value && { over: over.value }),
  };
});

/** What may be missing; when it is there it has to fit. */
function optional<T>(decode: Decoder<T>): Decoder<{ readonly value: T | undefined }> {
  return (given) => {
    const value = given === undefined ? undefined : decode(given);
    return given !== undefined && value === undefined ? undefined : { value };
  };
}

type Partly<T> = { readonly [Name in keyof T]: T[Name] | undefined };
const isWhole = <T extends object>(decoded: Partly<Required<T>>): decoded is Required<T> =>
  !Object.values(decoded).includes(undefined);
const hasTwice = (keys: readonly string[]): boolean => new Set(keys).size < keys.length;
