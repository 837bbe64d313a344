/**
 * Whether the pledge that promised an offer still promises it. An offer that was chosen answers its need as long as it does: a pledge
 * that is taken back leaves open what its offer answered, and one that is renewed answers it again. Computed when it is read, so that
 * annulments, corrections, renewals and questions about the past need no event of their own: decision 56.
 */
import type { DataOf } from '@pledgeline/contracts';
import type { Views } from '@pledgeline/event-sourcing';
import { bodyHasPart, classOf, hasDelivered, statesOf, type Pledge } from '@pledgeline/pledge';
import { rowsOfPledges } from './register/rows-of-pledges.ts';

/** IN_PART: some of it was given before it was taken back, or some of its parts were; how many of the need that is nobody says. */
export const PROMISES = ['STANDS', 'IN_PART', 'ENDED'] as const;
export type PromiseOfOffer = (typeof PROMISES)[number];

/** Pledges by id, with those that go on in their place. */
export type Promises = Pick<ReadonlyMap<string, Pledge>, 'get'>;

/** Finds pledges by id, void ones too; those that are not known are left out. */
export type FindPledges = (ids: readonly string[]) => Promise<ReadonlyMap<string, Pledge>>;

/** Whose promise it is, and by which pledge. */
type Promised = Pick<DataOf<'OfferMade'>, 'pledgeId' | 'memberState' | 'body'>;

/** What nobody knows to have ended stands: before it was announced in a past, or behind an offer without a pledge. */
export const promiseOf = (offer: Promised, pledges: Promises): PromiseOfOffer => {
  const pledge = pledges.get(offer.pledgeId ?? '');
  if (pledge === undefined) return 'STANDS';
  switch (pledge.status) {
    case 'WITHDRAWN':
    case 'LAPSED':
      return classOf(pledge) === 'KEPT_IN_PART' ? 'IN_PART' : 'ENDED';
    // A newer promise of its state came in its place, of another number perhaps: it is offered anew.
    case 'SUPERSEDED':
    case 'DECLINED':
    case 'VOID':
      return 'ENDED';
    case 'SPLIT':
    case 'MERGED':
      return together(goingOn(pledge).map((pledgeId) => promiseOf({ ...offer, pledgeId }, pledges)));
    case 'FULFILLED':
    case 'PARTIALLY_FULFILLED':
      return 'STANDS';
    default:
      if (!hasLeft(offer, pledge)) return 'STANDS';
      return hasDelivered(pledge) ? 'IN_PART' : 'ENDED';
  }
};

/** Who made the offer carried the pledge with others, and left them. */
const hasLeft = ({ memberState, body }: Promised, pledge: Pledge): boolean => {
  const former = pledge.partnership?.former ?? [];
  if (memberState !== null)
    return former.some(({ state }) => state === memberState) && !statesOf(pledge).includes(memberState);
  return body !== null && former.some((one) => one.body === body) && !bodyHasPart(body, pledge);
};

/** The parts of a split, or the joint pledge: the same promise in other hands. */
const goingOn = ({ status, lineage }: Pledge): readonly string[] =>
  status === 'SPLIT' || status === 'MERGED' ? (lineage?.children ?? []) : [];

const together = (parts: readonly PromiseOfOffer[]): PromiseOfOffer => {
  const [first = 'STANDS'] = parts;
  return parts.every((part) => part === first) ? first : 'IN_PART';
};

/** These pledges, and all that go on in their place. */
export const promisesOf = async (
  ids: readonly string[],
  find: FindPledges,
): Promise<ReadonlyMap<string, Pledge>> => {
  const seen = new Map<string, Pledge>();
  let asked = [...new Set(ids)];
  while (asked.length > 0) {
    const found = await find(asked);
    for (const [id, pledge] of found) seen.set(id, pledge);
    asked = [...new Set([...found.values()].flatMap(goingOn))].filter((id) => !seen.has(id));
  }
  return seen;
};

export const pledgesIn =
  (views: Pick<Views, 'getMany'>): FindPledges =>
  async (ids) =>
    new Map([...(await rowsOfPledges(views, ids))].map(([id, { pledge }]) => [id, pledge]));
