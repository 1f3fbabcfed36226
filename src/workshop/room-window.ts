/** The window that goes to the projector. It has a name, so that a second press finds it again instead of opening another. */
const NAME = 'dichterbij-room';

/** False when the browser has stopped it. To be called on a press. */
export function openRoomWindow(address: string): boolean {
  const room = window.open('', NAME, 'popup');
  if (!room) return false;
  if (room.location.href === 'about:blank') room.location.replace(new URL(address, location.href).href);
  room.focus();
  return true;
}
