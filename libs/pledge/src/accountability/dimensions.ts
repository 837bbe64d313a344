/**
 * What was promised, committed and delivered along each dimension of a pledge, computed from its events: accountability page,
 * section 1. The page of a pledge, reports, the work queue and the closing of a pledge all take it from here.
 */
import { dimensionOf, sumOf, type Dimension } from '@pledgeline/contracts';
import { categoryOf } from '../category.ts';
import type { EquipmentLine } from '../delivery/delivery.state.ts';
import { pledgedMoney } from '../delivery/pledged-money.ts';
import { isOfLearners, unitPromised } from '../delivery/learners.ts';
import { monthsServed, postMonthsServed, postsFilled, tourMonths } from '../delivery/posts.ts';
import type { Fielded } from '../deployment/deployment.state.ts';
import { takenInHundredths } from '../selection/what-is-taken.ts';
import type { Pledge } from '../state.ts';
import { leastCounted, leastPaid } from './base.ts';
import { promisedMonths } from './promised-months.ts';
import { shareOf } from './share.ts';

export interface DimensionFigures {
  readonly dimension: Dimension;
  /** Of money; null otherwise. */
  readonly currency: string | null;
  /** The base: the number that has to be kept. */
  readonly promised: number;
  /** Null where it was first counted otherwise, or in another currency. */
  readonly firstPromised: number | null;
  /** Bound by an agreement, a memorandum or a plan; null where nothing was. */
  readonly committed: number | null;
  readonly delivered: number;
  /** Delivered beyond what was promised; never part of a share. */
  readonly surplus: number;
  /** Whole per cent, at most 100. */
  readonly share: number;
}

export const JUDGED_BECAUSE = [
  /** A law, an endorsement, a statement. */
  'POLITICAL_ACT',
  'NO_NUMBER',
  'UNIT_UNKNOWN',
  /** Units were promised, and what went was matched in persons. */
  'COUNTED_OTHERWISE',
] as const;
export type JudgedBecause = (typeof JUDGED_BECAUSE)[number];

export interface Delivery {
  /** Empty where people judge. */
  readonly dimensions: readonly DimensionFigures[];
  /** That of the poorest dimension; null where people judge. */
  readonly share: number | null;
  readonly judgedBecause: JudgedBecause | null;
}

/**
 * @param on until which day time that still runs is counted.
 * @param keptFrom the per cent from which a promise counts as kept: `fulfilledFromShare` of the rule set.
 */
export const deliveryOf = (pledge: Pledge, on: string, keptFrom: number): Delivery => {
  const { promise } = pledge;
  if (promise === null) return judged('NO_NUMBER');
  if (categoryOf(pledge) === 'POLITICAL') return judged('POLITICAL_ACT');
  const [count, sum] = [leastCounted(promise.base), leastPaid(promise.base)];
  if (count === null && sum === null) return judged('NO_NUMBER');
  const counted = count === null ? [] : countedAlong(pledge, count, on);
  const paid = sum === null ? [] : paidIn(pledge, sum);
  if (typeof counted === 'string') return judged(counted);
  const dimensions = [...counted, ...paid].map(({ delivered, promised, ...figures }) => ({
    ...figures,
    promised,
    delivered,
    surplus: Math.max(sumOf([delivered, -promised]), 0),
    share: shareOf(delivered, promised, keptFrom),
  }));
  return { dimensions, share: Math.min(...dimensions.map(({ share }) => share)), judgedBecause: null };
};

const judged = (judgedBecause: JudgedBecause): Delivery => ({ dimensions: [], share: null, judgedBecause });

/** Of which a match says how many went. */
const COMES_IN_UNITS: ReadonlySet<Dimension> = new Set(['UNITS', 'AIRCRAFT']);

type Measured = Omit<DimensionFigures, 'surplus' | 'share'>;

const countedAlong = (
  pledge: Pledge,
  promised: number,
  on: string,
): readonly Measured[] | 'UNIT_UNKNOWN' | 'COUNTED_OTHERWISE' => {
  const { promise, fielded } = pledge;
  const unit = promise?.base.quantity?.unit ?? null;
  const dimension = dimensionOf(unit);
  if (dimension === undefined) return 'UNIT_UNKNOWN';
  // Of a unit that was matched in persons nobody knows how many units it is.
  if (COMES_IN_UNITS.has(dimension) && fielded.some((turn) => dimensionOf(turn.unit) !== dimension))
    return 'COUNTED_OTHERWISE';
  const isFirst = dimensionOf(promise?.first.quantity?.unit ?? null) === dimension;
  const first = isFirst && promise !== null ? leastCounted(promise.first) : null;
  const along = (of: Dimension, times = 1, firstTimes = times): Measured => ({
    dimension: of,
    currency: null,
    promised: promised * times,
    firstPromised: first && first * firstTimes,
    committed: committedIn(pledge, of, promised * times),
    delivered: deliveredIn(pledge, of, on),
  });
  const tour = promisedMonths(pledge);
  if (tour === null) return [along(dimension)];
  const months = tour.base;
  // Time counts only where months were stated as a number.
  if (pledge.track === 'CAPABILITY') {
    const time = { promised: months, firstPromised: tour.first };
    return [along(dimension), { ...along('MONTHS'), ...time }];
  }
  const isPosted = dimension === 'POSTS' || (dimension === 'PERSONS' && categoryOf(pledge) === 'EXPERTISE');
  return isPosted ? [along(dimension), along('POST_MONTHS', months, tour.first)] : [along(dimension)];
};

/** In the currency of the base. Money of another giver, who is named as funder, is not that of the state. */
const paidIn = (pledge: Pledge, promised: number): readonly Measured[] => {
  const { promise } = pledge;
  const { currency = '', funding = null } = promise?.base.money ?? {};
  const lines = pledgedMoney(pledge).filter(
    (line) =>
      line.funder === null &&
      line.currency === currency &&
      (funding === null || line.funding === null || line.funding === funding),
  );
  const sum = (step: 'committed' | 'received') => sumOf(lines.map((line) => line[step] ?? 0));
  const isCommitted = lines.some(({ committed }) => committed !== null);
  return [
    {
      dimension: 'MONEY',
      currency,
      promised,
      firstPromised: promise?.first.money?.currency === currency ? leastPaid(promise.first) : null,
      committed: isCommitted ? sum('committed') : null,
      delivered: sum('received'),
    },
  ];
};

/** By the memorandum, or by the plan, which is for the whole promise. */
const committedIn = (pledge: Pledge, dimension: Dimension, promised: number): number | null => {
  const { mou, implementation, matches, selection, fielded } = pledge;
  if (mou === null) return implementation === null ? null : promised;
  if (dimension === 'PERSONS') return mou.strength;
  if (dimension === 'MONTHS') return tourMonths({ ...mou, endedOn: null });
  const match = matches.find(({ reservationId }) => reservationId === selection?.reservationId);
  return match === undefined ? (fielded.at(-1)?.quantity ?? null) : takenInHundredths(match);
};

const deliveredIn = (pledge: Pledge, dimension: Dimension, on: string): number => {
  const { fielded, delivered } = pledge;
  switch (dimension) {
    case 'PERSONS':
      return isOfLearners(pledge)
        ? (delivered?.training.trained ?? 0)
        : mostOf(fielded, ({ strength }) => strength) + postsFilled(delivered?.secondments ?? []);
    case 'COURSES':
      return delivered?.courses.length ?? 0;
    case 'POSTS':
      return postsFilled(delivered?.secondments ?? []);
    case 'POST_MONTHS':
      return postMonthsServed(delivered?.secondments ?? [], on);
    case 'MONTHS':
      return total(fielded, ({ deployedOn, repatriatedOn }) =>
        monthsServed({ from: deployedOn, to: repatriatedOn ?? on, endedOn: null }, on),
      );
    default: {
      const units = fielded.filter(({ unit }) => dimensionOf(unit) === dimension);
      return (
        mostOf(units, ({ quantity }) => quantity ?? 0) +
        handedOver(delivered?.equipment ?? [], dimension, unitPromised(pledge))
      );
    }
  }
};

/** Of several turns the largest, since the same unit may go twice. */
const mostOf = (turns: readonly Fielded[], of: (turn: Fielded) => number): number =>
  turns.reduce((most, turn) => Math.max(most, of(turn)), 0);

const total = <Item>(items: readonly Item[] = [], of: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

/**
 * What is said to be in use, or the number where nobody said. Where items are named by what was promised ("camps"), others
 * ("generators") are no part of it.
 */
const handedOver = (lines: readonly EquipmentLine[], dimension: Dimension, unit: string): number => {
  const named = lines.filter(
    ({ item }) =>
      dimensionOfItem(item) === dimension && (isAnyItem(unit) || lastWord(item) === lastWord(unit)),
  );
  const unnamed = lines.filter(({ item }) => dimensionOfItem(item) === undefined);
  return total(named.length > 0 ? named : unnamed, ({ inUse, number }) => inUse ?? number);
};

/** "Mine-protected vehicles" are vehicles. */
const dimensionOfItem = (item: string): Dimension | undefined =>
  dimensionOf(item) ?? dimensionOf(lastWord(item));

/** In the singular. */
const lastWord = (text: string): string =>
  (text.trim().toLowerCase().split(/\s+/).at(-1) ?? '').replace(/s$/, '');

/** Of vehicles, generators are none; of "items" they are, and helicopters are aircraft. */
const isAnyItem = (unit: string): boolean =>
  dimensionOf(unit) !== 'ITEMS' || /^(?:item|piece|set|kit|system|device)s?$/i.test(unit.trim());
