/**
 * A promise is closed, in full or in part: accountability page, section 1. What can be counted is computed; what cannot is
 * judged, with a reason, by SFGC on the capability track and by the desk on the other.
 */
import { chapter, COMMON, type Folds } from '../chapter.ts';
import { under, type Decision, type Precondition } from '../decision-context.ts';
import { mustBeCarriedOut, nothingDelivered } from '../implementation/fulfilment.ts';
import { conflict, invalid, mustBeShare, mustSay } from '../refusal.ts';
import type { CommandOf, Pledge } from '../state.ts';
import type { Closing } from './accountability.state.ts';
import { deliveryOf, type Delivery } from './dimensions.ts';

const evolve = {
  PledgeFulfilled: (pledge, data, { metadata }) => ({
    ...pledge,
    status: 'FULFILLED',
    closing: { ...closingIn(data), as: 'FULL', on: metadata.occurredOn },
  }),
  PledgePartiallyFulfilled: (pledge, data, { metadata }) => ({
    ...pledge,
    status: 'PARTIALLY_FULFILLED',
    closing: { ...closingIn(data), as: 'PART', on: metadata.occurredOn },
  }),
} satisfies Partial<Folds>;

const closingIn = ({
  judged,
  reason,
  shareDelivered: share,
}: Pick<Closing, 'judged' | 'reason'> & { readonly shareDelivered: number | null }) => ({
  judged,
  reason,
  share,
});

/** What was closed in part may be closed in full once enough came; in part once more only where something changed. */
const fulfil: Decision<'FulfilPledge'> = ({ data }, pledge, { on, rules }) => {
  const { pledgeId, evidence, statedShare } = data;
  const isFull =
    statedShare === null ? data.as === 'FULL' : mustBeShareOf(statedShare) >= rules.fulfilledFromShare;
  const isComputed = rules.deliveryIsComputed && statedShare === null;
  const delivery = isComputed ? deliveryOf(pledge, on, rules.fulfilledFromShare) : STATED;
  if (isComputed) mustFollowDeliveries(pledge, on);
  if (isFull) {
    mustBeDelivered(delivery, rules.fulfilledFromShare);
    if (pledge.track === 'IMPLEMENTATION') mustBeCarriedOut(pledge);
  }
  const judged = delivery.share === null;
  const reason = judged && isComputed ? mustBeReasoned(data, delivery) : data.reason;
  const shareDelivered = delivery.share ?? statedShare;
  if (isSame(pledge.closing, { judged, reason, share: shareDelivered }, isFull)) return [];
  const delivered = delivery.dimensions.map(({ dimension, currency, promised, delivered: given }) => ({
    dimension,
    currency,
    promised,
    delivered: given,
  }));
  const type = isFull ? 'PledgeFulfilled' : 'PledgePartiallyFulfilled';
  return [under(rules, { type, data: { pledgeId, shareDelivered, judged, reason, delivered, evidence } })];
};

/** Before shares were computed. */
const STATED: Delivery = { dimensions: [], share: null, judgedBecause: null };

/** What came later is no ground for a closing of that day. */
const mustFollowDeliveries = ({ lastDeliveredOn }: Pledge, on: string): void => {
  if (lastDeliveredOn === null || on >= lastDeliveredOn) return;
  throw invalid(
    'BEFORE_DELIVERY',
    `Something was delivered on ${lastDeliveredOn}. A closing comes on that day or later.`,
    { field: 'occurredOn', lastDeliveredOn },
  );
};

const mustBeShareOf = (share: number): number => {
  mustBeShare(share, 'shareDelivered');
  return share;
};

const mustBeDelivered = ({ dimensions, share }: Delivery, keptFrom: number): void => {
  if (share === null || share >= keptFrom) return;
  const short = dimensions.filter((figures) => figures.share < keptFrom);
  const said = short.map(
    ({ dimension, currency, promised, delivered }) =>
      `${promised} ${currency ?? WORDS[dimension]} were promised and ${delivered} delivered`,
  );
  throw conflict(
    'NOT_DELIVERED',
    `${said.join('; ')}: less than ${keptFrom} per cent. Close it as PART, or record what is missing first.`,
    { field: 'as', allowed: ['PART'], dimensions: short },
  );
};

const WORDS: Readonly<Record<Delivery['dimensions'][number]['dimension'], string>> = {
  MONEY: 'of money',
  PERSONS: 'persons',
  UNITS: 'units',
  AIRCRAFT: 'aircraft',
  ITEMS: 'items',
  CENTRES: 'centres or camps',
  COURSES: 'courses',
  POSTS: 'posts',
  POST_MONTHS: 'post-months',
  MONTHS: 'months',
};

const mustBeReasoned = (
  { reason }: CommandOf<'FulfilPledge'>['data'],
  { judgedBecause }: Delivery,
): string => {
  if (reason !== null) return mustSay('reason', reason);
  throw conflict(
    'REASON_MISSING',
    `The delivery of this pledge cannot be computed (${judgedBecause ?? 'NO_NUMBER'}). Whoever judges it says why.`,
    { field: 'reason', judgedBecause },
  );
};

const isSame = (
  before: Closing | null,
  now: Pick<Closing, 'judged' | 'reason' | 'share'>,
  isFull: boolean,
): boolean =>
  !isFull &&
  before?.as === 'PART' &&
  before.judged === now.judged &&
  before.share === now.share &&
  before.reason === now.reason;

/**
 * A deployed unit has kept its promise once the promised time is over: the end of the memorandum. A unit deployed without
 * one has no promised end, so it must come home first (assumption). A pledge of the other track must have delivered something.
 */
const fulfilmentDue: Precondition<'FulfilPledge'> = (pledge, { on }) => {
  const { status, mou } = pledge;
  if (status === 'IN_PROGRESS') return nothingDelivered(pledge);
  if (status !== 'DEPLOYED') return undefined;
  return mou === null || on <= mou.to
    ? conflict(
        'TOO_EARLY',
        mou === null ? 'The promised time is not over.' : `The promised time lasts until ${mou.to}.`,
        { promisedUntil: mou?.to ?? null },
      )
    : undefined;
};

const judges = ({ track }: Pledge): readonly ['DESK'] | readonly ['SFGC'] =>
  track === 'IMPLEMENTATION' ? ['DESK'] : ['SFGC'];

export const accountability = chapter({
  evolve,
  commands: {
    FulfilPledge: {
      ...COMMON,
      from: ['DEPLOYED', 'REPATRIATED', 'IN_PROGRESS', 'PARTIALLY_FULFILLED'],
      roles: ['SFGC', 'DESK'],
      rolesFor: judges,
      needs: 'the unit is home, or the promised time is over; on the other track something delivered',
      precondition: fulfilmentDue,
      decide: fulfil,
      events: ['PledgeFulfilled', 'PledgePartiallyFulfilled'],
      to: 'FULFILLED or PARTIALLY_FULFILLED',
    },
  },
});
