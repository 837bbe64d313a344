/** Parses the new value of a field, and compares its old one. */
import type { Quantity } from '@pledgeline/contracts';
import { mustBeWhole } from '../announcement/countable.ts';
import { invalid, mustSay } from '../refusal.ts';
import { sameContent } from '../same-content.ts';
import type { StatedChange } from './amendment.state.ts';
import { isMoney, isSameMoney } from './money-value.ts';

/** Whether a value is the one that holds. Figures decide for quantity and money; the unit counts only where it was named. */
export const isCurrent = (stated: unknown, now: unknown): boolean => {
  if (isMoney(stated) && isMoney(now)) return isSameMoney(stated, now);
  if (!isQuantity(stated) || !isQuantity(now)) return sameContent(stated ?? null, now);
  const sameFigures = stated.min === now.min && stated.max === now.max;
  return sameFigures && (stated.unit === null || stated.unit === now.unit);
};

/** @throws {Rejected} for what is no text, or a blank one. Null takes the text away. */
export const textIn = ({ field, new: value }: StatedChange): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return mustSay(field, value);
  throw invalid('VALUE_INVALID', `${field} is a text.`, { field });
};

/** A number without a unit counts what was counted before. @throws {Rejected} for what is no quantity. */
export const quantityIn = ({ field, new: value }: StatedChange, before: Quantity | null): Quantity | null => {
  if (value === null || value === undefined) return null;
  if (!isQuantity(value)) throw invalid('VALUE_INVALID', `${field} is a quantity.`, { field });
  const counted = { ...value, unit: value.unit ?? before?.unit ?? null };
  mustBeWhole(counted, field);
  return counted;
};

/** @throws {Rejected} for what is no whole number of days. */
export const daysIn = ({ field, new: value }: StatedChange): number | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
  throw invalid('VALUE_INVALID', `${field} is a whole number of days, at least 1.`, { field });
};

const isQuantity = (value: unknown): value is Quantity =>
  typeof value === 'object' && value !== null && 'min' in value && 'max' in value;
