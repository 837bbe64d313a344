/** Parses a change to a promise: figures as at the announcement, all other values as they are. */
import { implementingBodyOf } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { AmendedFieldRequest } from './amendment.request.ts';
import { parseMemberState } from '../announcement/parse-announcement.ts';
import {
  parseAmount as parseOwed,
  parseBeside,
  parseCount,
  parseFigure,
} from '../announcement/parse-figure.ts';

interface StatedChange {
  readonly field: string;
  readonly old: unknown;
  readonly new: unknown;
}

type Value = AmendedFieldRequest['old'];
type Unit = AmendedFieldRequest['unit'];

/** @throws {Rejected} QUANTITY_UNREADABLE, CURRENCY_UNCLEAR, MONEY_NOT_COUNTED, UNKNOWN_CURRENCY */
export const parseChange = ({ field, old: before, new: after, unit }: AmendedFieldRequest): StatedChange => ({
  field,
  old: meant(field, before, null),
  new: meant(field, after, unit),
});

const meant = (field: string, value: Value, unit: Unit): unknown => {
  if (value === null || value === undefined) return null;
  if (field === 'quantity') return parseCount(value, unit);
  if (field === 'strength') return parseBeside(value, 'persons', field);
  if (field === 'aircraft') return parseBeside(value, 'aircraft', field);
  if (field.startsWith('terms.')) return parseTerm(field, value);
  return field === 'money' ? parseAmount(value, unit ?? '') : value;
};

/** As at the announcement; languages are a list, such as "en, fr". */
const parseTerm = (field: string, value: string | number): unknown => {
  if (field === 'terms.arrearsOwed') return parseOwed(value, field)?.max ?? null;
  if (typeof value === 'number') return value;
  if (field === 'terms.languages') return value.split(/[\s,;]+/u).filter((language) => language !== '');
  if (field === 'terms.hostState') return parseMemberState(value);
  if (field === 'terms.implementingBody') return implementingBodyOf(value);
  return IN_NUMBERS.includes(field) && value.trim() !== '' ? Number(value) : value;
};

const IN_NUMBERS = ['terms.tourMonths', 'terms.womenShareTarget', 'terms.hospitalLevel'];

/** Money without a currency is in the currency promised before. */
const parseAmount = (stated: string | number, unit: string) => {
  const figure = parseFigure(stated, unit, { field: 'money' });
  if (figure?.kind === 'MONEY') return figure.money;
  if (unit === '') {
    const { min = null, max = null, asStated = null } = figure?.quantity ?? {};
    return { amountMin: min, amountMax: max, asStated, currency: null };
  }
  throw new Rejected('invalid', 'UNKNOWN_CURRENCY', `No currency is known as "${unit}".`, { field: 'unit' });
};
