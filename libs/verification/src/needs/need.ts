/**
 * One need on the light-coordination board: offers are made to it, one or more are chosen, and an offer may be withdrawn.
 * States lead and the mechanism only facilitates (seed 003), so nothing is chosen by rule.
 */
import {
  capability,
  impossible,
  memberState,
  mustBeSentBy,
  unknownCapability,
  unknownState,
} from '@pledgeline/contracts';
import type { DataOf, NeedEvent } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { AppendedEvent, Command, Decider } from '@pledgeline/event-sourcing';
import {
  mustActForOwner,
  mustBeInField,
  mustBeOpenNeed,
  mustKeepNeed,
  mustNotBeTooMuch,
  mustStandOffered,
  NEEDY,
  NOTHING_ENTERED,
  OFFERING,
  withEntry,
} from '@pledgeline/pledge';
import type { Bounded, Entered, OfferStatus } from '@pledgeline/pledge';

export type PublishNeed = Command<'PublishNeed', DataOf<'NeedPublished'>>;
export type MakeOffer = Command<'MakeOffer', DataOf<'OfferMade'>>;

interface OffersActs {
  ChooseOffer: DataOf<'OfferChosen'>;
  DeclineOffer: DataOf<'OfferDeclined'>;
  WithdrawOffer: DataOf<'OfferWithdrawn'>;
}

/** The acts on one offer; any of them when no type is named. */
export type OnOffer<Type extends keyof OffersActs = keyof OffersActs> = {
  [Act in Type]: Command<Act, OffersActs[Act]>;
}[Type];
export type CloseNeed = Command<'CloseNeed', DataOf<'NeedClosed'>>;

export type NeedCommand = PublishNeed | MakeOffer | OnOffer | CloseNeed;

export type Need =
  | { readonly status: 'NONE' }
  | {
      readonly status: 'OPEN' | 'CLOSED';
      readonly need: DataOf<'NeedPublished'>;
      readonly offers: ReadonlyMap<
        string,
        {
          readonly offer: DataOf<'OfferMade'>;
          readonly status: OfferStatus;
          /** How many were taken up, while it is chosen and a number is known. */
          readonly taken: number | null;
        }
      >;
      /** By each who is bounded, so that nobody uses up what others may enter. */
      readonly entered: ReadonlyMap<string, Entered>;
    };

type Published = Exclude<Need, { status: 'NONE' }>;

/** Of each state, partner and implementing body. */
const A_NEED: Bounded = {
  on: 'one need',
  ends: new Set<NeedEvent['type']>(['OfferDeclined', 'OfferWithdrawn']),
  last: 'NeedClosed' satisfies NeedEvent['type'],
};

const evolve = (need: Need, event: AppendedEvent): Need => {
  const changed = changedBy(need, event);
  if (changed.status === 'NONE') return changed;
  const { role, onBehalfOf } = event.metadata;
  const entered = enteredBy(changed, role, onBehalfOf);
  const more = withEntry(entered, event, role);
  if (more === entered) return changed;
  return { ...changed, entered: new Map([...changed.entered, [partyOf(role, onBehalfOf), more]]) };
};

const partyOf = (role: string, onBehalfOf: string | null): string => `${role} ${onBehalfOf ?? ''}`;

const enteredBy = (need: Need, role: string, onBehalfOf: string | null): Entered =>
  (need.status === 'NONE' ? undefined : need.entered.get(partyOf(role, onBehalfOf))) ?? NOTHING_ENTERED;

const changedBy = (need: Need, event: AppendedEvent): Need => {
  const { type, data } = event as AppendedEvent & NeedEvent;
  if (type === 'NeedPublished') return { status: 'OPEN', need: data, offers: new Map(), entered: new Map() };
  if (need.status === 'NONE') return need;
  switch (type) {
    case 'OfferMade':
      return {
        ...need,
        offers: new Map([...need.offers, [data.offerId, { offer: data, status: 'OFFERED', taken: null }]]),
      };
    case 'OfferChosen':
      return withOffer(need, data.offerId, 'CHOSEN', data.number);
    case 'OfferDeclined':
      return withOffer(need, data.offerId, 'DECLINED');
    case 'OfferWithdrawn':
      return withOffer(need, data.offerId, 'WITHDRAWN');
    case 'NeedClosed':
      return { ...need, status: 'CLOSED' };
    default:
      return need;
  }
};

const withOffer = (
  need: Published,
  offerId: string,
  status: OfferStatus,
  number: number | null = null,
): Published => {
  const known = need.offers.get(offerId);
  if (known === undefined) return need;
  const taken = status === 'CHOSEN' ? (number ?? known.offer.number) : null;
  return { ...need, offers: new Map([...need.offers, [offerId, { ...known, status, taken }]]) };
};

const publish = ({ data, meta }: PublishNeed, need: Need): readonly NeedEvent[] => {
  if (need.status !== 'NONE') {
    throw new Rejected('conflict', 'NEED_EXISTS', `Need ${data.needId} is published already.`);
  }
  mustNameOne(data);
  mustActForOwner(data, meta, NEEDY);
  if (data.capabilityCode !== null && capability(data.capabilityCode) === undefined) {
    throw unknownCapability('capabilityCode', data.capabilityCode);
  }
  mustBeInField(meta, 'capabilityCode', data.capabilityCode);
  return [{ type: 'NeedPublished', data }];
};

const offer = ({ data, meta }: MakeOffer, need: Need): readonly NeedEvent[] => {
  const { offers } = mustBeOpen(data.needId, need);
  if (offers.has(data.offerId)) {
    throw new Rejected('conflict', 'OFFER_EXISTS', `Offer ${data.offerId} is made already.`);
  }
  mustNameOne(data);
  mustActForOwner(data, meta, OFFERING);
  return [{ type: 'OfferMade', data }];
};

/**
 * A state chooses for its own need, the Secretariat for the others. What is taken up is at most what was offered; together it may be
 * more than is needed, which the board shows.
 */
const choose = (command: OnOffer<'ChooseOffer'>, state: Need): readonly NeedEvent[] => {
  const { need, offer: made, status, taken } = offerIn(command, state);
  mustKeepNeed(need, command.meta);
  const { needId, offerId, reason, number: asked } = command.data;
  const number = asked ?? made.number;
  if (status === 'CHOSEN' && taken === number) return [];
  mustStandOffered(status);
  if (number !== null && number > (made.number ?? Infinity)) {
    throw new Rejected('conflict', 'MORE_THAN_OFFERED', `The offer is of ${made.number ?? 0}.`, {
      field: 'number',
      offered: made.number,
    });
  }
  return [{ type: 'OfferChosen', data: { needId, offerId, number, reason } }];
};

const decline = (command: OnOffer<'DeclineOffer'>, state: Need): readonly NeedEvent[] => {
  const { need, status } = offerIn(command, state);
  mustKeepNeed(need, command.meta);
  if (status === 'DECLINED') return [];
  mustStandOffered(status);
  const { needId, offerId, reason } = command.data;
  return [{ type: 'OfferDeclined', data: { needId, offerId, reason } }];
};

const withdraw = (command: OnOffer<'WithdrawOffer'>, state: Need): readonly NeedEvent[] => {
  const { offer: made, status } = offerIn(command, state);
  mustActForOwner(made, command.meta, OFFERING);
  if (status === 'WITHDRAWN') return [];
  if (status === 'DECLINED') mustStandOffered(status);
  const { needId, offerId, reason } = command.data;
  return [{ type: 'OfferWithdrawn', data: { needId, offerId, reason } }];
};

const offerIn = ({ data }: OnOffer, state: Need) => {
  const { need, offers } = mustBeOpen(data.needId, state);
  const found = offers.get(data.offerId);
  if (found !== undefined) return { need, ...found };
  throw new Rejected('missing', 'OFFER_NOT_FOUND', `There is no offer ${data.offerId} to this need.`, {
    field: 'offerId',
  });
};

/** @throws {Rejected} NEED_NOT_FOUND or NEED_CLOSED. */
const mustBeOpen = (needId: string, need: Need): Published => {
  if (need.status === 'NONE') {
    throw new Rejected('missing', 'NEED_NOT_FOUND', `There is no need ${needId}.`, { field: 'needId' });
  }
  mustBeOpenNeed({ needId, isClosed: need.status === 'CLOSED' });
  return need;
};

/** Whose a need or an offer is: a state's or a body's. */
type Owned = Pick<DataOf<'OfferMade'>, 'memberState' | 'body'>;

const mustNameOne = ({ memberState: state, body }: Owned): void => {
  if ((state === null) === (body === null)) {
    throw new Rejected('invalid', 'WHOSE_IS_IT', 'Name either a state or a body.', { field: 'memberState' });
  }
  if (state !== null && memberState(state) === undefined) {
    throw unknownState('memberState', state);
  }
};

export const need: Decider<Need, NeedCommand, NeedEvent> = {
  initialState: () => ({ status: 'NONE' }),
  evolve,
  decide: (command, state) => {
    mustBeSentBy(
      command,
      command.type === 'MakeOffer' || command.type === 'WithdrawOffer' ? OFFERING : NEEDY,
    );
    const events = decided(command, state);
    const { role, onBehalfOf } = command.meta;
    mustNotBeTooMuch(events, enteredBy(state, role, onBehalfOf), role, A_NEED);
    return events;
  },
};

const decided = (command: NeedCommand, state: Need): readonly NeedEvent[] => {
  switch (command.type) {
    case 'PublishNeed':
      return publish(command, state);
    case 'MakeOffer':
      return offer(command, state);
    case 'ChooseOffer':
      return choose(command, state);
    case 'DeclineOffer':
      return decline(command, state);
    case 'WithdrawOffer':
      return withdraw(command, state);
    case 'CloseNeed': {
      if (state.status === 'CLOSED') return [];
      const open = mustBeOpen(command.data.needId, state);
      mustKeepNeed(open.need, command.meta);
      return [{ type: 'NeedClosed', data: command.data }];
    }
    default:
      return impossible(command);
  }
};
