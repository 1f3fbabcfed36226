/** The messages of Vimeo's player, as its own library (player.js of Vimeo) exchanges them with the frame: methods with a value, and events. */
import { between, fields, matching, safely, yesOrNo, type Fields } from '../../programme/decoders';
import { SERVICES } from '../../timeline/film-source';
import { LONGEST, readFields, type ServiceCommand, type ServiceProtocol, type ServiceReport } from './service-protocol';

const call = (method: string, value?: unknown) => ({ method, ...(value !== undefined && { value }) });

const seconds = between(0, LONGEST);
const length = between(0.001, LONGEST);
const part = between(0, 1);
const rate = between(0.1, 4);
const name = matching(/^[a-zA-Z]+$/, 40);

/** No film there, or not for this page or this viewer. */
const SHUT = ['NotFoundError', 'PrivacyError', 'PasswordError', 'UnsupportedError'];

const EVENTS: Readonly<Record<string, (data: Fields) => ServiceReport>> = {
  play: () => ({ paused: false, ended: false, waiting: true }),
  playing: () => ({ paused: false, ended: false, waiting: false }),
  pause: (data) => ({ paused: true, waiting: false, time: seconds(data['seconds']) }),
  ended: () => ({ paused: true, ended: true, waiting: false }),
  timeupdate: (data) => ({ time: seconds(data['seconds']), duration: length(data['duration']), waiting: false }),
  seeked: (data) => ({ time: seconds(data['seconds']), arrived: true, ended: false }),
  bufferstart: () => ({ waiting: true }),
  bufferend: () => ({ waiting: false }),
  durationchange: (data) => ({ duration: length(data['duration']) }),
  volumechange: (data) => ({ volume: part(data['volume']), muted: yesOrNo(data['muted']) }),
  playbackratechange: (data) => ({ rate: rate(data['playbackRate']) }),
  error: (data) => {
    const kind = name(data['name']) ?? '';
    if (data['method'] === 'play' && kind === 'NotAllowedError') return { refused: true };
    // Of a method alone: a speed that is not allowed there, say. The film goes on.
    if (data['method'] !== undefined) return {};
    return { error: SHUT.includes(kind) ? 'unsupported' : 'unknown' };
  },
};

const ANSWERS: Readonly<Record<string, (value: unknown) => ServiceReport>> = {
  getCurrentTime: (value) => ({ time: seconds(value) }),
  getDuration: (value) => ({ duration: length(value) }),
  getMuted: (value) => ({ muted: yesOrNo(value) }),
  getPaused: (value) => ({ paused: yesOrNo(value) }),
  getPlaybackRate: (value) => ({ rate: rate(value) }),
  getVolume: (value) => ({ volume: part(value) }),
};

/** Of its own keys only: "constructor" is a name too. */
const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

function read(data: unknown): ServiceReport | undefined {
  const given = readFields(data);
  const event = name(given?.['event']);
  if (given && event !== undefined) return own(EVENTS, event)?.(fields(given['data']) ?? {}) ?? {};
  const method = name(given?.['method']);
  return given && method !== undefined ? (own(ANSWERS, method)?.(given['value']) ?? {}) : undefined;
}

function write(command: ServiceCommand): readonly object[] {
  switch (command.kind) {
    case 'play':
    case 'pause':
      return [call(command.kind)];
    case 'seek':
      return [call('setCurrentTime', command.value)];
    case 'rate':
      return [call('setPlaybackRate', command.value)];
    case 'volume':
      return [call('setVolume', command.value)];
    case 'muted':
      // Not every version tells it by itself.
      return [call('setMuted', command.value), call('getMuted')];
  }
}

export const vimeo: ServiceProtocol = {
  origin: SERVICES.vimeo.origin,
  address: (id) => {
    // Without its own controls, keys and names, and without following the viewer (`dnt`).
    const bare = { controls: '0', keyboard: '0', title: '0', byline: '0', portrait: '0', pip: '0', playsinline: '1' };
    return `${SERVICES.vimeo.origin}/video/${id}?${new URLSearchParams({ dnt: '1', ...bare })}`;
  },
  greeting: call('ping'),
  questions: [
    ...Object.keys(EVENTS).map((event) => call('addEventListener', event)),
    ...Object.keys(ANSWERS).map((method) => call(method)),
  ],
  write,
  read: safely(read),
};
