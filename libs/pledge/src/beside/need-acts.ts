/** What may be done on the board of needs: offers are made, chosen, declined and taken back, and a need is closed. */
import { mayActFor, mustActFor, ownerNamed, speaksForAState } from '@pledgeline/contracts';
import type { DataOf, Role } from '@pledgeline/contracts';
import { conflict, forbidden } from '../refusal.ts';
import type { Acts, Sender } from './act.ts';
import { mustBeInField } from './field-of-asks.ts';

/** FGS and PD in their fields. */
export const NEEDY: readonly Role[] = ['MS', 'DESK', 'SFGC', 'FGS', 'PD', 'MISSION', 'EVAL', 'IMPL'];
export const OFFERING: readonly Role[] = ['MS', 'DESK', 'IMPL', 'PARTNER'];

export type OfferStatus = 'OFFERED' | 'CHOSEN' | 'DECLINED' | 'WITHDRAWN';

export interface NeedNow extends Pick<
  DataOf<'NeedPublished'>,
  'needId' | 'memberState' | 'body' | 'capabilityCode'
> {
  readonly isClosed: boolean;
}

/** An offer with the need that it is made to. */
export interface OfferNow {
  readonly need: NeedNow;
  /** Whose it is. */
  readonly memberState: string | null;
  readonly body: string | null;
  readonly status: OfferStatus;
}

/** Whose a need or an offer is: a state's or a body's. */
type Owned = Pick<OfferNow, 'memberState' | 'body'>;

/** @throws {Rejected} FORBIDDEN, naming the roles that may do this for others. */
export const mustActForOwner = (
  { memberState, body }: Owned,
  sender: Sender,
  roles: readonly Role[],
): void => {
  mustActFor(sender, ownerNamed(memberState, body), {
    allowed: roles.filter((role) => !speaksForAState(role)),
    memberState,
  });
};

/** A need is its state's or body's, and that of training, of experts or of a team also of its field. @throws {Rejected} */
export const mustKeepNeed = (need: Omit<NeedNow, 'isClosed' | 'needId'>, sender: Sender): void => {
  mustActForOwner(need, sender, NEEDY);
  mustBeInField(sender, 'capabilityCode', need.capabilityCode);
};

/** @throws {Rejected} NEED_CLOSED */
export const mustBeOpenNeed = ({ needId, isClosed }: Pick<NeedNow, 'needId' | 'isClosed'>): void => {
  if (isClosed) throw conflict('NEED_CLOSED', `Need ${needId} is closed.`);
};

/** @throws {Rejected} OFFER_SETTLED */
export const mustStandOffered = (status: OfferStatus): void => {
  if (status === 'OFFERED') return;
  throw conflict('OFFER_SETTLED', `The offer is ${status}.`, { offerStatus: status });
};

export const needActs: Acts<NeedNow> = {
  MakeOffer: {
    roles: OFFERING,
    // For whom it is says its body; who speaks for nobody makes none.
    mustBeTheirs: (_need, { role, onBehalfOf: state, body = null }) => {
      if (!mayActFor({ role, state, body }, 'SENDER'))
        throw forbidden('FORBIDDEN', 'The sign-in names nobody.');
    },
    mustStand: mustBeOpenNeed,
  },
  CloseNeed: { roles: NEEDY, mustBeTheirs: mustKeepNeed, isNoop: ({ isClosed }) => isClosed },
};

export const offerActs: Acts<OfferNow> = {
  /** One that is chosen is chosen again with another number. */
  ChooseOffer: {
    roles: NEEDY,
    mustBeTheirs: ({ need }, sender) => mustKeepNeed(need, sender),
    mustStand: ({ need, status }) => {
      mustBeOpenNeed(need);
      if (status !== 'CHOSEN') mustStandOffered(status);
    },
  },
  DeclineOffer: {
    roles: NEEDY,
    mustBeTheirs: ({ need }, sender) => mustKeepNeed(need, sender),
    isNoop: ({ need, status }) => !need.isClosed && status === 'DECLINED',
    mustStand: ({ need, status }) => {
      mustBeOpenNeed(need);
      mustStandOffered(status);
    },
  },
  WithdrawOffer: {
    roles: OFFERING,
    mustBeTheirs: (offer, sender) => mustActForOwner(offer, sender, OFFERING),
    isNoop: ({ need, status }) => !need.isClosed && status === 'WITHDRAWN',
    mustStand: ({ need, status }) => {
      mustBeOpenNeed(need);
      if (status === 'DECLINED') mustStandOffered(status);
    },
  },
};
