import type { QuoteRange } from '../timeline/timeline';
import { itemOf } from './scenes';
import { recordOf, seenUntil, type Plan, type Session } from './session';

/**
 * The quote that the room has heard last: of the item that is on, else the last of an earlier one. Where the film of the item begins
 * anew it has no quote until one is said again; of an earlier item all counts that was ever heard.
 */
export function lastQuote(session: Session, plan: Plan): QuoteRange | undefined {
  const { agenda } = plan;
  const current = itemOf(session.scene);
  const until = current ?? (session.scene.kind === 'end' ? agenda.length - 1 : -1);
  for (let item = until; item >= 0; item -= 1) {
    const entry = agenda[item];
    const record = recordOf(session, plan, item);
    if (!entry || !record) continue;
    const heard = entry.quotes.findLast(({ start }) =>
      item === current ? start < record.place : seenUntil(entry, start) < record.seen,
    );
    if (heard) return heard;
  }
  return undefined;
}
