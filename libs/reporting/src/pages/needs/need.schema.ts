/** How answers about needs and offers look. */
import { NEED_KINDS } from '@pledgeline/contracts';
import {
  answeredAt,
  countedPage,
  day,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Properties,
} from '../../answers/answer-schema.ts';
import type { AnsweredAt } from '../../answers/query-context.ts';
import { NEED_STATES, OFFER_STATUSES, type Offer } from '../../views/need-board.view.ts';
import type { NeedAnswer } from './needs-and-offers.ts';

const offer = object<Offer>('Offer', {
  offerId: uuid,
  memberState: orNull(text),
  body: orNull(text),
  text,
  number: orNull(whole),
  pledgeId: said(orNull(uuid), 'the pledge that promised it'),
  offerStatus: oneOf(OFFER_STATUSES, 'OfferStatus'),
  madeOn: orNull(day),
});

const need: Properties<NeedAnswer> = {
  needId: uuid,
  kind: oneOf(NEED_KINDS),
  capabilityCode: orNull(text),
  text,
  memberState: orNull(text),
  body: orNull(text),
  whose: said(text, 'name of the state or body'),
  number: orNull(whole),
  neededBy: orNull(day),
  languages: list(text),
  conference: orNull(text),
  followsPledge: said(orNull(uuid), 'the pledge whose performance led to it'),
  source: orNull(text),
  state: said(oneOf(NEED_STATES, 'NeedState'), 'ANSWERED once an offer is chosen'),
  publishedOn: orNull(day),
  closedFor: orNull(text),
  offers: list(offer),
  revision: whole,
};

export const needList = countedPage('NeedPage', object<NeedAnswer>('Need', need));
export const needPage = object<NeedAnswer & AnsweredAt>('NeedDetails', { ...need, ...answeredAt });
