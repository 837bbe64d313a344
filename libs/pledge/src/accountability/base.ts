/**
 * The figures by which a delivery is measured: accountability page, section 1. A promise that is lowered keeps its base,
 * unless FGS, PD, DOS or the desk stand for it with a reference; so nobody keeps a promise by promising less.
 */
import {
  dimensionOf,
  isYearly,
  sumOf,
  yearsStated,
  type DataOf,
  type PledgeEvent,
  type Quantity,
} from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { moneyPromised } from '../amendment/amendment.state.ts';
import { sameContent } from '../same-content.ts';
import type { Pledge } from '../state.ts';
import type { Figures, PromisedFigures } from './accountability.state.ts';

const ANNOUNCEMENTS: ReadonlySet<string> = new Set<PledgeEvent['type']>(['PledgeAnnounced', 'PledgeDerived']);

/** The figures after an event that made `after` of `before`. */
export const promiseAfter = (before: Pledge, after: Pledge, event: RecordedEvent): PromisedFigures | null => {
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
  // The same sum in another currency is not less.
  const isConverted = conversion !== null && sameContent(held, base);
  const isKept = isLess(now, base) && reference === null && !isConverted;
  const lowering = { before: held, after: now, on: event.metadata.occurredOn, reason, reference };
  return {
    ...promise,
    base: isKept || hasNoNumber(base) ? base : now,
    lowerings: isLess(now, held) && !isConverted ? [...lowerings, lowering] : lowerings,
  };
};

const statesTheSame = (before: Pledge, after: Pledge): boolean =>
  before.quantity === after.quantity &&
  before.timeframe === after.timeframe &&
  moneyPromised(before) === moneyPromised(after);

export const figuresOf = (pledge: Pledge): Figures => ({
  quantity: pledge.quantity,
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

/** What was promised without a number never gets one to be measured by; later figures are facts. */
const hasNoNumber = (figures: Figures): boolean =>
  leastCounted(figures) === null && leastPaid(figures) === null;

/** What is counted otherwise may be less, and so counts as less. */
const isLess = (now: Figures, than: Figures): boolean =>
  isFewer(
    [leastCounted(now), dimensionOfBase(now.quantity)],
    [leastCounted(than), dimensionOfBase(than.quantity)],
  ) || isFewer([leastPaid(now), now.money?.currency ?? ''], [leastPaid(than), than.money?.currency ?? '']);

type Amount = readonly [least: number | null, of: string];

const isFewer = ([now, of]: Amount, [before, wasOf]: Amount): boolean =>
  before !== null && (now === null || of !== wasOf || now < before);

/** The unit itself where it is of no dimension. */
export const dimensionOfBase = (quantity: Quantity | null): string =>
  dimensionOf(quantity?.unit ?? null) ?? quantity?.unit ?? '';
