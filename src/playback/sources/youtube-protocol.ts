/**
 * The messages of YouTube's player, as its own API script exchanges them with the frame: commands by the name of their function, and
 * reports (`infoDelivery`) of what has changed, some four a second while the film plays.
 */
import { between, fields, matching, safely, whole, yesOrNo } from '../../programme/decoders';
import { SERVICES } from '../../timeline/film-source';
import type { MediaErrorKind } from '../media-port';
import { LONGEST, readFields, type ServiceCommand, type ServiceProtocol, type ServiceReport } from './service-protocol';

const ENVELOPE = { id: 1, channel: 'widget' };
const call = (func: string, ...args: readonly unknown[]) => ({ ...ENVELOPE, event: 'command', func, args });

const seconds = between(0, LONGEST);
const length = between(0.001, LONGEST);
const percent = between(0, 100);
const rate = between(0.1, 4);
const state = whole(-1, 5);
const eventName = matching(/^[a-zA-Z]+$/, 40);

const STANDS = { paused: true, ended: false, waiting: false };
/** By the number that YouTube has for it: unstarted, over, plays, paused, buffering, cued. */
const STATES: Readonly<Record<number, ServiceReport>> = {
  [-1]: STANDS,
  0: { paused: true, ended: true, waiting: false },
  1: { paused: false, ended: false, waiting: false },
  2: STANDS,
  3: { paused: false, ended: false, waiting: true },
  5: STANDS,
};
/** 2: no such id, 5: the player could not, 100: gone or private, 101, 150 and 153: not for pages of others. */
const ERRORS: Readonly<Record<number, MediaErrorKind>> = {
  2: 'unsupported',
  5: 'decode',
  100: 'unsupported',
  101: 'unsupported',
  150: 'unsupported',
  153: 'unsupported',
};

function read(data: unknown): ServiceReport | undefined {
  const given = readFields(data);
  const event = eventName(given?.['event']);
  if (!given || event === undefined) return undefined;
  if (event === 'onStateChange') return STATES[state(given['info']) ?? NaN] ?? {};
  if (event === 'onError') return { error: ERRORS[whole(0, 999)(given['info']) ?? NaN] ?? 'unknown' };
  if (event !== 'infoDelivery' && event !== 'initialDelivery') return {};
  const info = fields(given['info']);
  if (!info) return {};
  const volume = percent(info['volume']);
  return {
    time: seconds(info['currentTime']) ?? seconds(fields(info['progressState'])?.['current']),
    // It is 0 until the film is known.
    duration: length(info['duration']),
    rate: rate(info['playbackRate']),
    volume: volume === undefined ? undefined : volume / 100,
    muted: yesOrNo(info['muted']),
    ...STATES[state(info['playerState']) ?? NaN],
  };
}

function write(command: ServiceCommand): readonly object[] {
  switch (command.kind) {
    case 'play':
      return [call('playVideo')];
    case 'pause':
      return [call('pauseVideo')];
    case 'seek':
      return [call('seekTo', command.value, true)];
    case 'rate':
      return [call('setPlaybackRate', command.value)];
    case 'volume':
      return [call('setVolume', Math.round(command.value * 100))];
    case 'muted':
      return [call(command.value ? 'mute' : 'unMute')];
  }
}

export const youtube: ServiceProtocol = {
  origin: SERVICES.youtube.origin,
  address: (id, { origin, language }) => {
    // Without its own controls, keys, full screen and notes; what is offered at the end comes from the same channel.
    const bare = { controls: '0', disablekb: '1', fs: '0', iv_load_policy: '3', rel: '0', playsinline: '1' };
    const query = new URLSearchParams({ enablejsapi: '1', origin, hl: language, ...bare });
    return `${SERVICES.youtube.origin}/embed/${id}?${query}`;
  },
  greeting: { ...ENVELOPE, event: 'listening' },
  questions: [call('addEventListener', 'onStateChange'), call('addEventListener', 'onError')],
  write,
  read: safely(read),
};
