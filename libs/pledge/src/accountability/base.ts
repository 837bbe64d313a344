/**
 * The figures by which a delivery is measured: accountability page, section 1. A promise that is lowered keeps its base,
 * unless FGS, PD, DOS or the desk stand for it with a reference; so nobody keeps a promise by promising less.
 */
import {
  dimensionOf,
  isYearly,
  sumOf,
  toMinorUnits,
  yearsStated,
  type DataOf,
  type PledgeEvent,
  type Quantity,
} from '@pledgeline/contracts';
import type { AppendedEvent } from '@pledgeline/event-sourcing';
import { moneyPromised } from '../amendment/amendment.state.ts';
import { countedFigure } from '../measures/side-by-side.ts';
import { sameContent } from '../same-content.ts';
import type { Pledge } from '../state.ts';
import type { Figures, PromisedFigures } from './accountability.state.ts';

const ANNOUNCEMENTS: ReadonlySet<string> = new Set<PledgeEvent['type']>(['PledgeAnnounced', 'PledgeDerived']);

/** The figures after an event that made `after` of `before`. */
export const promiseAfter = (before: Pledge, after: Pledge, event: AppendedEvent): PromisedFigures | null => {
  const { promise } = before;
  const isAnnounced = ANNOUNCEMENTS.has(event.type);
  // Most events leave them as they are, and each is folded a thousand times over.
  if (!isAnnounced && (promise === null || statesTheSame(before, after))) return promise;
  const now = figuresOf(after);
  if (isAnnounced || promise === null) {
    const base = { ...now, ...(event.data as Partial<DataOf<'PledgeDerived'>>).base };
    return { first: base, base, lowerings: [] };
  }
  const held = figuresOf(before);
  if (sameContent(now, held)) return promise;
  const {
    reason = null,
    consentReference: reference = null,
    conversion = null,
  } = event.data as Partial<DataOf<'PledgeAmended'>>;
  const { base, lowerings } = promise;
  const isReferenced = reference !== null;
  const counts = moves([counted(base), counted(held), counted(now)], isReferenced);
  const converted = conversion === null ? null : convertedMoney(base, held, now, conversion.rate);
  const pays = converted === null && moves([paid(base), paid(held), paid(now)], isReferenced);
  const isLess =
    isFewer(counted(now), counted(held)) || (conversion === null && isFewer(paid(now), paid(held)));
  const lowering = { before: held, after: now, on: event.metadata.occurredOn, reason, reference };
  return {
    ...promise,
    base: {
      quantity: counts ? now.quantity : base.quantity,
      money: converted ?? (pays ? now.money : base.money),
      years: counts || pays ? now.years : base.years,
    },
    lowerings: isLess ? [...lowerings, lowering] : lowerings,
  };
};

/** Whether the base of one dimension follows the promise: raised above it, or lowered with a reference. */
const moves = ([base, held, now]: readonly [Amount, Amount, Amount], isReferenced: boolean): boolean => {
  if (base[0] === null || sameContent(held, now)) return false;
  const isRaised = base[1] === now[1] && isFewer(base, now);
  return isRaised || (isReferenced && isFewer(now, held));
};

/** The base in the new currency: what was lowered before stays owed. */
const convertedMoney = (base: Figures, held: Figures, now: Figures, rate: number): Figures['money'] => {
  if (base.money === null || now.money === null) return null;
  if (sameContent(base.money, held.money)) return now.money;
  const { currency } = now.money;
  const at = (amount: number | null): number | null => amount && toMinorUnits(amount * rate, currency);
  const { amountMin, amountMax } = base.money;
  return { ...now.money, amountMin: at(amountMin), amountMax: at(amountMax) };
};

const statesTheSame = (before: Pledge, after: Pledge): boolean =>
  before.quantity === after.quantity &&
  before.strength === after.strength &&
  before.aircraft === after.aircraft &&
  before.timeframe === after.timeframe &&
  moneyPromised(before) === moneyPromised(after);

export const figuresOf = (pledge: Pledge): Figures => ({
  quantity: countedFigure(pledge),
  money: moneyPromised(pledge),
  years: yearsStated(pledge.timeframe),
});

/**
 * The number of a range that has to be kept: its lower end, or its upper end where that is nothing or unstated. What comes
 * every year is promised for the years that were stated, and for one at least.
 */
export const leastCounted = ({ quantity, years }: Figures): number | null => {
  if (quantity === null) return null;
  const least = quantity.min || quantity.max;
  return least && least * (isYearly(quantity.unit) ? (years ?? 1) : 1);
};

export const leastPaid = ({ money, years }: Figures): number | null => {
  if (money === null) return null;
  const least = money.amountMin || money.amountMax;
  if (!least || money.per !== 'YEAR') return least;
  return sumOf(Array.from({ length: years ?? 1 }, () => least));
};

/** Null where no number was promised: later figures are facts, and never a base. */
type Amount = readonly [least: number | null, of: string];

const counted = (figures: Figures): Amount => [leastCounted(figures), dimensionOfBase(figures.quantity)];
const paid = (figures: Figures): Amount => [leastPaid(figures), figures.money?.currency ?? ''];

/** What is counted otherwise may be less, and so counts as less. */
const isFewer = ([now, of]: Amount, [before, wasOf]: Amount): boolean =>
  before !== null && (now === null || of !== wasOf || now < before);

/** Whether less is promised at either end; what is no longer stated, or counted otherwise, is less. */
export const promisesLess = (before: Figures, now: Figures): boolean =>
  isFewer(counted(now), counted(before)) ||
  isFewer(paid(now), paid(before)) ||
  isFewer(counted(upperEnd(now)), counted(upperEnd(before))) ||
  isFewer(paid(upperEnd(now)), paid(upperEnd(before)));

const upperEnd = ({ quantity, money, years }: Figures): Figures => ({
  quantity: quantity && { ...quantity, min: quantity.max ?? quantity.min },
  money: money && { ...money, amountMin: money.amountMax ?? money.amountMin },
  years,
});

/** The unit itself where it is of no dimension. */
export const dimensionOfBase = (quantity: Quantity | null): string =>
  dimensionOf(quantity?.unit ?? null) ?? quantity?.unit ?? '';
