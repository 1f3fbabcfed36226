/** Where the film asks before it goes on: for pages whose player is not there yet. */
import type { Range } from './ranges';
import type { Timeline } from './timeline';

export const hardPassages = ({ notes }: Pick<Timeline, 'notes'>): Range[] =>
  notes.map(({ start, end }) => ({ start, end }));
