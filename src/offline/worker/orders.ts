/** What a page and the worker say to each other. */
import type { Trouble } from '../gather-film';

/** `let-in`: take over now. `claim`: answer for pages that are open too. `look`: something has been kept or forgotten. */
export type Order = 'let-in' | 'claim' | 'look' | Question;

/** Answered with a `Report`, by the port that comes along. `mend`: bring what is missing first. */
export type Question = 'report' | 'mend';

/** Why a release did not come in. */
export interface Told {
  readonly trouble: Trouble;
  readonly address: string;
}
