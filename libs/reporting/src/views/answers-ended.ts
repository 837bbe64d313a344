/** The chosen offers whose pledge ended while their need is still open, by that pledge: the desk looks for another. Decision 56. */
import type { Views } from '@pledgeline/event-sourcing';
import { isWanted, NEED_BOARD, openOf, type NeedRow, type Offer } from './need-board.view.ts';
import {
  pledgesIn,
  promiseOf,
  promisesOf,
  type PromiseOfOffer,
  type Promises,
} from './promises-of-offers.ts';

export interface AnswerEnded {
  readonly need: NeedRow['need'];
  readonly offer: Offer;
  readonly promise: Exclude<PromiseOfOffer, 'STANDS'>;
  /** How many are sought of the need again; null where that is not known. */
  readonly open: number | null;
  /** Those that may be chosen instead. */
  readonly others: readonly Offer[];
}

export type AnswersEnded = ReadonlyMap<string, readonly AnswerEnded[]>;

/** Nothing of a need that is closed, or that others answer. */
export const answersEnded = (needs: readonly NeedRow[], promises: Promises): AnswersEnded => {
  const byPledge = new Map<string, AnswerEnded[]>();
  const inOrder = needs.toSorted((one, other) => (one.need.needId < other.need.needId ? -1 : 1));
  for (const row of inOrder) {
    if (!isWanted(row, promises)) continue;
    const others = row.offers.filter(
      (offer) => offer.offerStatus === 'OFFERED' && promiseOf(offer, promises) === 'STANDS',
    );
    for (const offer of row.offers) {
      const promise = promiseOf(offer, promises);
      if (offer.offerStatus !== 'CHOSEN' || offer.pledgeId === null || promise === 'STANDS') continue;
      const ended = { need: row.need, offer, promise, open: openOf(row, promises), others };
      byPledge.set(offer.pledgeId, [...(byPledge.get(offer.pledgeId) ?? []), ended]);
    }
  }
  return byPledge;
};

/** @param pledges whose offers are asked about; of all when absent. */
export const answersEndedIn = async (views: Views, pledges?: readonly string[]): Promise<AnswersEnded> => {
  const needs = [...(await needsNaming(views, pledges)).values()];
  const named = needs.flatMap(({ offers }) => offers.flatMap(({ pledgeId }) => pledgeId ?? []));
  return answersEnded(needs, await promisesOf(named, pledgesIn(views)));
};

/** The needs for which offers of these pledges were chosen, by key. */
export const needsNaming = async (
  views: Views,
  pledges?: readonly string[],
): Promise<ReadonlyMap<string, NeedRow>> => {
  const named = pledges === undefined ? { from: '' } : { anyWord: pledges };
  const found = await views.find<NeedRow>(NEED_BOARD, { where: { pledges: named } });
  return new Map(found.map(({ key, row }) => [key, row]));
};
