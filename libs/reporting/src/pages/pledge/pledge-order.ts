/** The orders of the list of pledges. What is due and was said last moves while it is walked; the rest stands. */
import type { Caller } from '@pledgeline/contracts';
import { dayColumns, lastWordColumnOf } from '../../views/register/day-columns.ts';
import { stateAndReference } from '../../views/register/states-column.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';

type ValueOf = (row: RegisterRow) => string | null;

/** A column of the register, with what it holds of a row for the reader: a page needs it to go on. */
type Order = readonly [column: string, valueFor: (caller: Caller) => ValueOf];

const ORDERS = {
  reference: [
    'reference',
    () =>
      ({ pledge }) =>
        pledge.reference,
  ],
  memberState: ['stateAndReference', () => stateAndReference],
  announcedOn: ['announcedOn', () => dayColumns.announcedOn],
  statusSince: ['statusSince', () => dayColumns.statusSince],
  dueOn: ['dueOn', () => dayColumns.dueOn],
  lastWordOn: ['lastWordOn', (caller) => dayColumns[lastWordColumnOf(caller)]],
} as const satisfies Record<string, Order>;

type OrderName = keyof typeof ORDERS;

/** A name, or with a minus before it the other way round. Pledges without a value come last either way. */
export const PLEDGE_ORDERS: readonly string[] = Object.keys(ORDERS).flatMap((name) => [name, `-${name}`]);

export interface PledgeOrder {
  readonly orderBy: string;
  readonly descending: boolean;
  readonly valueOf: ValueOf;
}

/** @param sort one of `PLEDGE_ORDERS`. */
export const pledgeOrder = (sort: string, caller: Caller): PledgeOrder => {
  const descending = sort.startsWith('-');
  const [orderBy, valueFor] = ORDERS[(descending ? sort.slice(1) : sort) as OrderName];
  return { orderBy, descending, valueOf: valueFor(caller) };
};
