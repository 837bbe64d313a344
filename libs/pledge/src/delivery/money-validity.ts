/** Money that may be used until a day, and what came after it: accountability page, section 2. */
import type { Pledge } from '../state.ts';
import { termsPromised } from '../terms/terms.state.ts';
import type { Payment } from './delivery.state.ts';
import { pledgedMoney, type MoneyLine } from './pledged-money.ts';

/** Null where no day was stated, and for a pledge of something else than money. */
export const moneyValidUntil = (pledge: Pledge): string | null =>
  pledgedMoney(pledge).length === 0 ? null : (termsPromised(pledge)?.validUntil ?? null);

export const isAfterValidity = ({ receivedOn }: Payment, validUntil: string | null): boolean =>
  validUntil !== null && receivedOn > validUntil;

/** Whether all that was pledged came; false also where nobody knows how much that is. */
export const isPaid = ({ pledgedMin, pledgedMax, confirmed, received }: MoneyLine): boolean => {
  const pledged = pledgedMax ?? pledgedMin ?? confirmed;
  return pledged !== null && (received ?? 0) >= pledged;
};
