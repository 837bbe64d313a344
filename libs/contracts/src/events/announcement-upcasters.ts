/** How announcements stored in older shapes are read. */
import { moneyIn, type Money } from '../reference/money.ts';
import type { Quantity } from '../reference/quantity.ts';
import { termsInShape, type Terms } from './term-value.ts';
import type { Upcaster } from './event-contract.ts';
import { ORDINARY_ENTRY, ANNOUNCEMENT_DEFAULTS, NOTHING_BESIDE } from './announcement-defaults.ts';

interface Announced1 {
  readonly quantity: Quantity | null;
  readonly category: string;
}

/**
 * Version 1 knew the words and one figure only: money stood as a quantity whose unit is a currency. Nobody checked then
 * what was missing, so that is null, and not "nothing".
 */
export const announcedBeforeTerms: Upcaster = (data) => {
  const { quantity, ...said } = data as Announced1;
  const money = moneyIn(quantity, said.category);
  return {
    ...said,
    ...ANNOUNCEMENT_DEFAULTS,
    quantity: money === null ? quantity : null,
    money,
    missing: null,
  };
};

/**
 * Version 2 did not know offers that are additional to one like them, nor late entries. It took some units of money, such as
 * "USD million", for units of something that is counted.
 */
export const announcedBeforeEntries: Upcaster = (data) => {
  const { quantity, money, ...said } = data as Announced1 & { readonly money: Money | null };
  const inUnits = money === null ? moneyIn(quantity, said.category) : null;
  const figures = inUnits === null ? { quantity, money } : { quantity: null, money: inUnits };
  return { ...said, ...figures, ...ORDINARY_ENTRY };
};

/** Version 1 did not say who spoke, and money stood as a quantity. */
export const linkedBeforeSpeakers: Upcaster = (data) => {
  const { quantity, ...said } = data as { readonly quantity: Quantity | null };
  const money = moneyIn(quantity);
  return { ...said, quantity: money === null ? quantity : null, money, speaker: null };
};

/** Nobody noted beside the units how many persons or aircraft they are. */
export const withNothingBeside: Upcaster = (data) => ({ ...(data as object), ...NOTHING_BESIDE });

/** Nobody noted from when the posts are to be filled. */
export const withStartUnsaid: Upcaster = (data) => {
  const { terms, ...said } = data as { readonly terms: Omit<Terms, 'postsFrom'> | null };
  return { ...said, terms: termsInShape(terms) };
};
