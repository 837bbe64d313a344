/** How answers about needs and offers look. */
import { NEED_KINDS, STATUSES } from '@pledgeline/contracts';
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
  type Including,
  type Static,
} from '../../answers/answer-schema.ts';
import { commandsNowFields } from '../commands/commands-now.schema.ts';
import { findings, pledges } from '../loop/neighbours.schema.ts';
import { PROMISES } from '../../views/promises-of-offers.ts';
import { NEED_STATES, OFFER_STATUSES, type Offer, type NeedRow } from '../../views/need-board.view.ts';

const offer = object('Offer', {
  offerId: uuid,
  memberState: orNull(text),
  body: orNull(text),
  text,
  number: orNull(whole),
  pledgeId: said(orNull(uuid), 'the pledge that promised it'),
  pledgeStatus: said(orNull(oneOf(STATUSES)), 'of that pledge now'),
  promise: said(
    orNull(oneOf(PROMISES, 'PromiseOfOffer')),
    'whether that pledge still promises it; IN_PART: a part was given before it ended; null where none is named',
  ),
  offerStatus: oneOf(OFFER_STATUSES, 'OfferStatus'),
  taken: said(orNull(whole), 'how many it answers while it is chosen; null where nobody says a number'),
  madeOn: orNull(day),
} satisfies Including<Offer>);

const need = {
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
  state: said(
    oneOf(NEED_STATES, 'NeedState'),
    'ANSWERED once the chosen offers answer all of it, or one of them does not say how many. What a chosen offer answered is open again when the offer is withdrawn, or its pledge has ended',
  ),
  answered: said(orNull(whole), 'by the chosen offers that say how many; null where none of them does'),
  open: said(orNull(whole), 'how many are still sought; null where that is not known'),
  surplus: said(whole, 'how many more are chosen than needed'),
  publishedOn: orNull(day),
  closedFor: orNull(text),
  offers: list(offer),
  revision: whole,
} satisfies Including<NeedRow['need']>;

const item = object('Need', need);
export const needList = countedPage('NeedPage', item);
export const needPage = object('NeedDetails', {
  ...need,
  findings: said(findings, 'what comes before it, as far as the reader may read it'),
  pledges: said(pledges, 'what comes after it: announced for it, or the promise of an offer that was chosen'),
  ...commandsNowFields,
  ...answeredAt,
});

export type NeedAnswer = Static<typeof item>;
export type NeedList = Static<typeof needList>;
export type NeedPage = Static<typeof needPage>;
