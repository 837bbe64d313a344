/** What a change to a promise means: figures are read as at the announcement, everything else is taken as it is. */
import { currencyNamed, moneyOf } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { AmendedFieldRequest } from './amendment.request.ts';
import { countOf, statedQuantity } from '../announcement/stated-announcement.ts';

interface StatedChange {
  readonly field: string;
  readonly old: unknown;
  readonly new: unknown;
}

type Value = AmendedFieldRequest['old'];
type Unit = AmendedFieldRequest['unit'];

/** @throws {Rejected} QUANTITY_UNREADABLE, MONEY_NOT_COUNTED, UNKNOWN_CURRENCY */
export const changeOf = ({ field, old: before, new: after, unit }: AmendedFieldRequest): StatedChange => ({
  field,
  old: meant(field, before, null),
  new: meant(field, after, unit),
});

const meant = (field: string, value: Value, unit: Unit): unknown => {
  if (value === null || value === undefined) return null;
  if (field === 'quantity') return countOf(value, unit);
  return field === 'money' ? amountOf(value, unit ?? '') : value;
};

/** Without a currency it is of the one promised before, whichever that is. */
const amountOf = (stated: string | number, currency: string) => {
  const amount = statedQuantity(stated, null, 'money');
  if (currency === '') {
    return { amountMin: amount.min, amountMax: amount.max, asStated: amount.asStated, currency: null };
  }
  const named = currencyNamed(currency);
  if (named !== null) return moneyOf(amount, named, currency);
  throw new Rejected('invalid', 'UNKNOWN_CURRENCY', `No currency is known as "${currency}".`, {
    field: 'unit',
  });
};
