/**
 * What passed between two looks at the clocks of a device. The clock of the day can be set, by hand or by the network; the other only
 * runs, and stands still while some systems sleep and runs on while others do. From the two of them follows what is known:
 *
 *     the day went back                      the clock was set: nobody's talk becomes shorter
 *     the day went further, by a break       a long sleep, or a clock that was set: either way no time of the workshop
 *     the day went further, by less          taken for a short sleep, which is time of the workshop; it may have been a clock that was set
 *     both went on for a break without us    a long sleep
 *
 * Looks come at least once a minute: so often browsers call the timers of hidden windows.
 */
import { BREAK } from '../programme/session';

/** Both in milliseconds. */
export interface Look {
  /** Since 1970. */
  readonly day: number;
  /** Since the window was opened. */
  readonly run: number;
}

export interface Passing {
  /** By how much the clock of the day was put back: 0 or less. */
  readonly set: number;
  /** How much of what passed since is no time of the workshop. */
  readonly away: number;
}

/** Clocks that are set right slowly, and browsers that round, are this far apart at most. */
const APART = 500;

export function passed(before: Look, now: Look): Passing {
  const run = now.run - before.run;
  const ahead = Math.round(now.day - before.day - run);
  return {
    set: ahead < -APART ? ahead : 0,
    away: (ahead > BREAK ? ahead : 0) + (run > BREAK ? Math.round(run) : 0),
  };
}

export const lookAtClocks = (): Look => ({ day: Date.now(), run: performance.now() });
