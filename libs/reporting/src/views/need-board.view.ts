/** The light-coordination board: what is needed, what was offered, and what became of each offer. */
import type { DataOf, NeedEvent } from '@pledgeline/contracts';
import { forStates, viewOf } from '../visibility/view.ts';
import { promiseOf, type Promises } from './promises-of-offers.ts';

export const OFFER_STATUSES = ['OFFERED', 'CHOSEN', 'DECLINED', 'WITHDRAWN'] as const;

export interface NeedRow {
  readonly need: DataOf<'NeedPublished'>;
  readonly publishedOn: string | null;
  readonly closedFor: string | null;
  /** In the order in which they were made. */
  readonly offers: readonly Offer[];
  readonly revision: number;
}

export interface Offer extends Omit<DataOf<'OfferMade'>, 'needId'> {
  readonly offerStatus: (typeof OFFER_STATUSES)[number];
  readonly madeOn: string | null;
  /** How many of the need it answers while it is chosen; null where nobody says a number. */
  readonly taken: number | null;
}

export const NEED_STATES = ['OPEN', 'OFFERED', 'PARTLY_ANSWERED', 'ANSWERED', 'CLOSED'] as const;
export type NeedState = (typeof NEED_STATES)[number];

export const NEED_BOARD = 'need-board';

export const needBoard = viewOf<NeedRow, NeedEvent>({
  name: NEED_BOARD,
  version: 5,
  category: 'need',
  columns: {
    kind: ({ need }) => need.kind,
    memberState: ({ need }) => need.memberState,
    /** As far as offers say: `needs-in-state.ts` asks the pledges behind them as well. */
    state: (row) => stateOf(row),
    /** Of offers that were chosen, with blanks between; null where none names a pledge. */
    pledges: (row) => pledgesChosen(row).join(' ') || null,
  },
  sparse: ['pledges'],
  apply: (row, event) => {
    const { occurredOn } = event.metadata;
    if (event.type === 'NeedPublished') {
      return { need: event.data, publishedOn: occurredOn, closedFor: null, offers: [], revision: 0 };
    }
    if (row === undefined) return undefined;
    switch (event.type) {
      case 'OfferMade': {
        const { needId: _, ...offer } = event.data;
        const made = { ...offer, offerStatus: 'OFFERED' as const, madeOn: occurredOn, taken: null };
        return { ...row, offers: [...row.offers, made] };
      }
      case 'OfferChosen':
        return withOffer(row, event.data.offerId, 'CHOSEN', event.data.number);
      case 'OfferDeclined':
        return withOffer(row, event.data.offerId, 'DECLINED');
      case 'OfferWithdrawn':
        return withOffer(row, event.data.offerId, 'WITHDRAWN');
      case 'NeedClosed':
        return { ...row, closedFor: event.data.reason };
      default:
        return row;
    }
  },
  readers: forStates,
});

/**
 * A need is open again, in whole or in part, when a chosen offer is withdrawn, or the pledge behind it ended.
 * @param promises the pledges behind its offers; without them each is taken to stand.
 */
export const stateOf = (row: NeedRow, promises: Promises = NONE_KNOWN): NeedState => {
  const { closedFor, offers } = row;
  if (closedFor !== null) return 'CLOSED';
  const answering = answeringOf(row, promises);
  if (answering.length > 0) {
    const open = openOf(row, promises);
    const isInPart = open === null && answering.some(({ promise }) => promise === 'IN_PART');
    return isInPart || (open ?? 0) > 0 ? 'PARTLY_ANSWERED' : 'ANSWERED';
  }
  return offers.some(({ offerStatus }) => offerStatus === 'OFFERED') ? 'OFFERED' : 'OPEN';
};

const NONE_KNOWN: Promises = new Map();

/** The chosen offers whose promise has not ended. */
const answeringOf = ({ offers }: NeedRow, promises: Promises) =>
  offers
    .filter(({ offerStatus }) => offerStatus === 'CHOSEN')
    .map((offer) => ({ taken: offer.taken, promise: promiseOf(offer, promises) }))
    .filter(({ promise }) => promise !== 'ENDED');

/** Of a promise that was kept in part nobody says how many of the need that is. */
const numberOf = ({ taken, promise }: ReturnType<typeof answeringOf>[number]): number | null =>
  promise === 'STANDS' ? taken : null;

/** By the chosen offers that say how many; 0 while none is chosen. Null where none of the chosen says a number. */
export const answeredBy = (row: NeedRow, promises: Promises = NONE_KNOWN): number | null => {
  const answering = answeringOf(row, promises);
  const stated = answering.flatMap((one) => numberOf(one) ?? []);
  return answering.length > 0 && stated.length === 0 ? null : stated.reduce((sum, taken) => sum + taken, 0);
};

/**
 * How many are still sought. Null where that is not known: no number was needed, or a chosen offer does not say how many of them it
 * answers, or was kept in part, and the others do not answer all.
 */
export const openOf = (row: NeedRow, promises: Promises = NONE_KNOWN): number | null => {
  const { number } = row.need;
  if (number === null) return null;
  const left = number - (answeredBy(row, promises) ?? 0);
  if (left <= 0) return 0;
  return answeringOf(row, promises).some((one) => numberOf(one) === null) ? null : left;
};

/** How many more the chosen offers answer than are needed. */
export const surplusOf = (row: NeedRow, promises: Promises = NONE_KNOWN): number =>
  row.need.number === null ? 0 : Math.max((answeredBy(row, promises) ?? 0) - row.need.number, 0);

/** Whether anything is still sought. */
export const isWanted = (row: NeedRow, promises: Promises): boolean =>
  !['ANSWERED', 'CLOSED'].includes(stateOf(row, promises));

/** The pledges that promised the offers which were chosen. */
export const pledgesChosen = ({ offers }: NeedRow): readonly string[] =>
  offers.flatMap(({ offerStatus, pledgeId }) => (offerStatus === 'CHOSEN' && pledgeId ? [pledgeId] : []));

const withOffer = (
  row: NeedRow,
  offerId: string,
  offerStatus: Offer['offerStatus'],
  number: number | null = null,
): NeedRow => ({
  ...row,
  offers: row.offers.map((offer) =>
    offer.offerId === offerId
      ? { ...offer, offerStatus, taken: offerStatus === 'CHOSEN' ? (number ?? offer.number) : null }
      : offer,
  ),
});
