/**
 * Firefox without geckodriver, which neither Debian nor npm has: that program only hands WebDriver's commands on to Firefox's own socket
 * (Marionette). A message is its length in bytes, a colon, and JSON: `[0, number, command, parameters]`, answered by `[1, number, error, result]`.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Wire } from './commands';

interface Failure {
  readonly error: string;
  readonly message: string;
}
type Reply = readonly [kind: 1, number: number, error: Failure | null, result: unknown];

const COLON = 0x3a;

/** The standard's answer is a value; Marionette packs some values into an object. */
const unpacked = (result: unknown): unknown =>
  result !== null && typeof result === 'object' && Object.keys(result).join() === 'value'
    ? (result as { value: unknown }).value
    : result;

export interface MarionetteWire extends Wire {
  /** A command of Firefox's own, by its full name. */
  readonly own: (name: string, parameters?: Readonly<Record<string, unknown>>) => Promise<unknown>;
}

export async function marionetteWire(port: number): Promise<MarionetteWire> {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<
    number,
    { readonly answer: (result: unknown) => void; readonly fail: (why: Error) => void }
  >();
  let received = Buffer.alloc(0);
  let number = 0;

  function hear(text: string): void {
    const said = JSON.parse(text) as unknown;
    // The first thing it says is what it is.
    if (!Array.isArray(said)) return;
    const [, of, error, result] = said as unknown as Reply;
    if (error) waiting.get(of)?.fail(new Error(`${error.error}: ${error.message}`));
    else waiting.get(of)?.answer(unpacked(result));
    waiting.delete(of);
  }

  socket.on('data', (piece) => {
    received = Buffer.concat([received, piece]);
    for (;;) {
      const colon = received.indexOf(COLON);
      const end = colon + 1 + Number(received.subarray(0, Math.max(0, colon)).toString());
      if (colon < 0 || received.length < end) return;
      hear(received.subarray(colon + 1, end).toString());
      received = received.subarray(end);
    }
  });
  socket.on('close', () => {
    for (const { fail } of waiting.values()) fail(new Error('Firefox has gone.'));
  });
  await once(socket, 'connect');

  const own: MarionetteWire['own'] = (name, parameters = {}) =>
    new Promise((answer, fail) => {
      number += 1;
      waiting.set(number, { answer, fail });
      const text = JSON.stringify([0, number, name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  return { own, send: (command, parameters) => own(`WebDriver:${command}`, parameters), close: () => socket.destroy() };
}
