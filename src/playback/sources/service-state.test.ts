import { beforeEach, describe, expect, test } from 'vitest';
import { ServiceState } from './service-state';

const PLAYS = { paused: false, ended: false, waiting: false };
let state: ServiceState;
beforeEach(() => {
  state = new ServiceState();
  state.take({ duration: 60, paused: true, ended: false, time: 0 }, 0);
});

describe('time', () => {
  test('is reckoned on between two reports, by the speed, and not past the end', () => {
    state.take({ ...PLAYS, time: 10, rate: 2 }, 1000);
    expect(state.read(1250).time).toBeCloseTo(10.5, 5);
    expect(state.read(99_000).time).toBe(60);
  });

  test('does not go back for a report that is a little late, and does for a jump', () => {
    state.take({ ...PLAYS, time: 10 }, 1000);
    state.take({ time: 10.4 }, 1500);
    expect(state.read(1500).time).toBeCloseTo(10.5, 5);
    state.take({ time: 3 }, 1600);
    expect(state.read(1600).time).toBe(3);
  });

  test('stands still while the frame waits for data', () => {
    state.take({ ...PLAYS, time: 10 }, 0);
    state.take({ paused: false, waiting: true }, 500);
    expect(state.read(2000)).toMatchObject({ waiting: true });
    expect(state.read(2000).time).toBeCloseTo(10.5, 5);
  });
});

describe('what was asked for', () => {
  test('a place is shown until the frame is there, whatever it says before', () => {
    state.seek(30, 0);
    state.take({ time: 0.2 }, 100);
    expect(state.read(100)).toMatchObject({ time: 30, seeking: true });
    state.take({ time: 30.02 }, 300);
    expect(state.read(300)).toMatchObject({ time: 30, seeking: false });
  });

  test('a place that the frame never reaches is given up', () => {
    state.seek(30, 0);
    state.take({ time: 0.2 }, 6000);
    expect(state.read(6000)).toMatchObject({ time: 0.2, seeking: false });
  });

  test('a pause stands at its moment, and a report that was on its way does not undo it', () => {
    state.take({ ...PLAYS, time: 10 }, 0);
    state.wish(false, 1000);
    state.take({ ...PLAYS, time: 10.9 }, 1050);
    expect(state.read(3000)).toMatchObject({ paused: true });
    expect(state.read(3000).time).toBeCloseTo(11, 1);
    state.take({ paused: true, time: 11.08 }, 1200);
    expect(state.read(3000).time).toBe(11.08);
  });

  test('a film that is over begins anew', () => {
    state.take({ paused: true, ended: true, time: 59.9 }, 0);
    expect(state.read(0)).toMatchObject({ ended: true, time: 60 });
    state.wish(true, 100);
    expect(state.read(100)).toMatchObject({ ended: false, time: 0, waiting: true });
    state.take({ ...PLAYS, time: 0.1 }, 300);
    expect(state.read(400)).toMatchObject({ ended: false, paused: false });
    expect(state.read(400).time).toBeCloseTo(0.2, 5);
  });
});
