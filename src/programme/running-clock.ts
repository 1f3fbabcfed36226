/** When each item of a programme is due, on a clock that begins at 0:00 with the workshop. */
import type { AgendaItem } from './programme';

export interface Due {
  /** Whole minutes from the beginning. */
  readonly start: number;
  readonly end: number;
}

/** The seconds are added up before they are rounded: many short films make minutes too. */
export function runningClock(agenda: readonly Pick<AgendaItem, 'length' | 'item'>[]): readonly Due[] {
  let passed = 0;
  return agenda.map(({ length, item }) => {
    const start = Math.round(passed / 60);
    passed += length + item.talk * 60;
    return { start, end: Math.round(passed / 60) };
  });
}

/** `0:12`, `1:05`: hours and minutes. */
export function hourText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
