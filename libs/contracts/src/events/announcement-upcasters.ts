/** How announcements stored in older shapes are read. */
import { moneyIn } from '../reference/money.ts';
import type { Quantity } from '../reference/quantity.ts';
import type { Upcaster } from './event-contract.ts';
import { NOT_ADDITIONAL, UNSAID } from './unsaid.ts';

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
  return { ...said, ...UNSAID, quantity: money === null ? quantity : null, money, missing: null };
};

/** Version 2 did not know offers that are additional to one like them. */
export const announcedBeforeAdditional: Upcaster = (data) => ({ ...(data as object), ...NOT_ADDITIONAL });

/** Version 1 did not say who spoke, and money stood as a quantity. */
export const linkedBeforeSpeakers: Upcaster = (data) => {
  const { quantity, ...said } = data as { readonly quantity: Quantity | null };
  const money = moneyIn(quantity);
  return { ...said, quantity: money === null ? quantity : null, money, speaker: null };
};
