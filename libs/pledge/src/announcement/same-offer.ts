/**
 * When two announcements make the same offer: lifecycle page, section 5. The same rule serves announcements and the search for
 * duplicates.
 */
import type { DataOf, Money, Quantity } from '@pledgeline/contracts';
import { countsPersons, countsUnits, measure } from '../measure.ts';

export type Offer = Pick<
  DataOf<'PledgeAnnounced'>,
  'memberState' | 'conference' | 'capabilityCode' | 'quantity' | 'money'
>;

/**
 * Equal for the same offer. Null where conference or capability were not stated: nothing can then be called the same. The
 * figures decide and what they count, not their wording: "1 unit" and "one battalion" come from different clerks, 300 troops
 * and 300 units do not; nor do 5 million dollars and 5 million euros.
 */
export const sameOfferKey = ({
  memberState,
  conference,
  capabilityCode,
  quantity,
  money,
}: Offer): string | null =>
  conference === null || capabilityCode === null
    ? null
    : JSON.stringify([memberState, conference, capabilityCode, ...figuresOf(quantity), ...amountsOf(money)]);

const figuresOf = (quantity: Quantity | null) => {
  const { min, max } = quantity ?? { min: null, max: null };
  return quantity === null || (min === null && max === null)
    ? [null, null, null]
    : [min, max, counted(quantity)];
};

/** A number without a word counts units. */
const counted = (quantity: Quantity): string => {
  if (quantity.unit === null || countsUnits(quantity)) return 'unit';
  return countsPersons(quantity) ? 'person' : measure(quantity);
};

const amountsOf = (money: Money | null) => {
  const { amountMin, amountMax, currency, per } = money ?? UNSTATED;
  return amountMin === null && amountMax === null ? [null, null] : [amountMin, amountMax, currency, per];
};

const UNSTATED = { amountMin: null, amountMax: null, currency: null, per: null };
