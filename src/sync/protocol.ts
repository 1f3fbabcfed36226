/**
 * What the windows of one workshop say to each other, over a BroadcastChannel that only pages of this site on this device hear.
 * Version 1. The host's window owns the session and tells it whole, at every change and to whoever says hello; the room's window owns
 * its film and reports. A message of another version, or in which anything does not fit, is ignored without an answer.
 *
 *     { dichterbij: 1, from: 'host', kind: 'session', number, session }
 *     { dichterbij: 1, from: 'host', kind: 'hello' }
 *     { dichterbij: 1, from: 'room', kind: 'hello', session?, heard? }
 *     { dichterbij: 1, from: 'room', kind: 'report', session, take, time, at, playing, ended, silent, fullScreen, trouble }
 *     { dichterbij: 1, from: 'room', kind: 'press', session, command }
 */
import {
  decodeMilliseconds,
  decodeSeconds,
  decodeSession,
  decodeSessionId,
  decodeTake,
} from '../programme/decode-session';
import { fields, oneOf, safely, whole, yesOrNo, type Decoder, type Fields } from '../programme/decoders';
import type { Session } from '../programme/session';

export const PROTOCOL_VERSION = 1;

/** What the keys of a clicker ask for, in whichever window they are pressed. */
export const COMMANDS = ['next', 'previous', 'play', 'black', 'quote', 'uncover'] as const;
export type Command = (typeof COMMANDS)[number];

export interface SessionMessage {
  readonly from: 'host';
  readonly kind: 'session';
  /** Rises with every message of one host: an older one that comes late is not taken. */
  readonly number: number;
  readonly session: Session;
}
export interface HostHello {
  readonly from: 'host';
  readonly kind: 'hello';
}
export interface RoomHello {
  readonly from: 'room';
  readonly kind: 'hello';
  /** What the room was told last, for a host who has lost it. */
  readonly session?: Session;
  /** Number of the host's message that was heard last: only a higher one is taken. */
  readonly heard?: number;
}
export const TROUBLES = ['none', 'waiting', 'failed'] as const;
export type Trouble = (typeof TROUBLES)[number];

export interface RoomReport {
  readonly from: 'room';
  readonly kind: 'report';
  /** Id of the session that it follows. */
  readonly session: string;
  readonly take: number;
  /** Seconds. */
  readonly time: number;
  /** When its film was at `time`: milliseconds since 1970, by the clock that the windows of a device share. */
  readonly at: number;
  /** True while time passes in it: not while it waits for its film to come in. */
  readonly playing: boolean;
  /** True once the film of this take is over. */
  readonly ended: boolean;
  /** The browser lets this window play only without sound: somebody has to press something in it first. */
  readonly silent: boolean;
  readonly fullScreen: boolean;
  /** Why the film does not go on although it has to: it is not there yet, or it can't be played. */
  readonly trouble: Trouble;
}
export interface RoomPress {
  readonly from: 'room';
  readonly kind: 'press';
  readonly session: string;
  readonly command: Command;
}
export type HostMessage = SessionMessage | HostHello;
export type RoomMessage = RoomHello | RoomReport | RoomPress;
export type Message = HostMessage | RoomMessage;

export const encodeMessage = (message: Message): object => ({ dichterbij: PROTOCOL_VERSION, ...message });

export const decodeMessage: Decoder<Message> = safely((value) => {
  const given = fields(value);
  if (given?.['dichterbij'] !== PROTOCOL_VERSION) return undefined;
  const { from, kind } = given;
  if (from === 'host' && kind === 'session') return sessionMessage(given);
  if (from === 'host' && kind === 'hello') return { from, kind };
  if (from === 'room' && kind === 'hello') return roomHello(given);
  if (from === 'room' && kind === 'report') return report(given);
  if (from === 'room' && kind === 'press') return press(given);
  return undefined;
});

const decodeNumber = whole(0, Number.MAX_SAFE_INTEGER);
const decodeCommand = oneOf(COMMANDS);
const decodeTrouble = oneOf(TROUBLES);

function sessionMessage(given: Fields): SessionMessage | undefined {
  const number = decodeNumber(given['number']);
  const session = decodeSession(given['session']);
  return session && number !== undefined ? { from: 'host', kind: 'session', number, session } : undefined;
}

function roomHello({ session: given, heard: number }: Fields): RoomHello | undefined {
  const session = given === undefined ? undefined : decodeSession(given);
  const heard = number === undefined ? undefined : decodeNumber(number);
  if ((given !== undefined && !session) || (number !== undefined && heard === undefined)) return undefined;
  return { from: 'room', kind: 'hello', ...(session && { session }), ...(heard !== undefined && { heard }) };
}

function report(given: Fields): RoomReport | undefined {
  const session = decodeSessionId(given['session']);
  const take = decodeTake(given['take']);
  const time = decodeSeconds(given['time']);
  const at = decodeMilliseconds(given['at']);
  const playing = yesOrNo(given['playing']);
  const ended = yesOrNo(given['ended']);
  const silent = yesOrNo(given['silent']);
  const fullScreen = yesOrNo(given['fullScreen']);
  const trouble = decodeTrouble(given['trouble']);
  if (session === undefined || take === undefined || time === undefined || at === undefined) return undefined;
  if (
    playing === undefined ||
    ended === undefined ||
    silent === undefined ||
    fullScreen === undefined ||
    trouble === undefined
  )
    return undefined;
  return { from: 'room', kind: 'report', session, take, time, at, playing, ended, silent, fullScreen, trouble };
}

function press(given: Fields): RoomPress | undefined {
  const session = decodeSessionId(given['session']);
  const command = decodeCommand(given['command']);
  return session && command ? { from: 'room', kind: 'press', session, command } : undefined;
}
