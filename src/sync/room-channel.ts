/** The wire between the windows of a workshop. What does not follow the protocol is not heard. */
import { decodeMessage, encodeMessage, type Message } from './protocol';

export interface RoomChannel {
  send(message: Message): void;
  close(): void;
}

/** Only pages of this site in this browser hear it; `edition` keeps two films apart. */
export function openRoomChannel(edition: string, hear: (message: Message) => void): RoomChannel {
  const channel = new BroadcastChannel(`dichterbij:${edition}:workshop`);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = decodeMessage(data);
    if (message) hear(message);
  });
  return {
    send: (message) => channel.postMessage(encodeMessage(message)),
    close: () => channel.close(),
  };
}
