/** Small pieces of lines for people: names in place of codes, long texts cut short, what is not stated left out. */
import { capability, memberState, type Money, type Quantity } from '@pledgeline/contracts';

const LONGEST = 70;

export const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;

export const nameOf = (code: string | null): string =>
  code === null ? '' : (capability(code)?.name ?? code);

export const stateName = (code: string): string => memberState(code)?.name ?? code;

export const quantityOf = (quantity: Quantity | null): string =>
  quantity?.asStated ? `${quantity.asStated} ${quantity.unit ?? ''}`.trim() : '';

/** Histories hold older events too, in which there was no money apart. */
export const moneyOf = (money: Money | null | undefined): string => {
  if (!money) return '';
  const currency = money.currencyAssumed ? `${money.currency} (assumed)` : money.currency;
  return [money.asStated, currency, money.per === 'YEAR' && 'a year'].filter(Boolean).join(' ');
};

export const words = (code: string): string => code.toLowerCase().replaceAll('_', ' ');

export const list = (parts: readonly (string | false | null)[]): string => parts.filter(Boolean).join(', ');
