/** The light-coordination board: what is needed, what was offered, and what became of each offer. */
import type { DataOf, NeedEvent } from '@pledgeline/contracts';
import { forStates, viewOf } from '../visibility/view.ts';

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
}

export const NEED_STATES = ['OPEN', 'OFFERED', 'ANSWERED', 'CLOSED'] as const;
export type NeedState = (typeof NEED_STATES)[number];

export const NEED_BOARD = 'need-board';

export const needBoard = viewOf<NeedRow, NeedEvent>({
  name: NEED_BOARD,
  version: 2,
  category: 'need',
  columns: {
    kind: ({ need }) => need.kind,
    memberState: ({ need }) => need.memberState,
    state: (row) => stateOf(row),
  },
  apply: (row, event) => {
    const { occurredOn } = event.metadata;
    if (event.type === 'NeedPublished') {
      return { need: event.data, publishedOn: occurredOn, closedFor: null, offers: [], revision: 0 };
    }
    if (row === undefined) return undefined;
    switch (event.type) {
      case 'OfferMade': {
        const { needId: _, ...offer } = event.data;
        return { ...row, offers: [...row.offers, { ...offer, offerStatus: 'OFFERED', madeOn: occurredOn }] };
      }
      case 'OfferChosen':
        return withOffer(row, event.data.offerId, 'CHOSEN');
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

/** A need is answered once an offer is chosen, and open again when the chosen one is withdrawn. */
export const stateOf = ({ closedFor, offers }: NeedRow): NeedState => {
  if (closedFor !== null) return 'CLOSED';
  if (offers.some(({ offerStatus }) => offerStatus === 'CHOSEN')) return 'ANSWERED';
  return offers.some(({ offerStatus }) => offerStatus === 'OFFERED') ? 'OFFERED' : 'OPEN';
};

const withOffer = (row: NeedRow, offerId: string, offerStatus: Offer['offerStatus']): NeedRow => ({
  ...row,
  offers: row.offers.map((offer) => (offer.offerId === offerId ? { ...offer, offerStatus } : offer)),
});
