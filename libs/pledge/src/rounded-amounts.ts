/** Events with amounts that were stored before their decimals were looked at: read to the smallest unit of the currency. */
import { isInMinorUnits, toMinorUnits } from '@pledgeline/contracts';
import type { DataOf, Money } from '@pledgeline/contracts';
import type { AppendedEvent } from '@pledgeline/event-sourcing';

/** The event as it is read; the same object where nothing had to be rounded. */
export const withRoundedAmounts = (event: AppendedEvent): AppendedEvent => {
  const data = READ.get(event.type)?.(event.data) ?? event.data;
  return data === event.data ? event : { ...event, data };
};

type Read = (data: unknown) => unknown;

const READ: ReadonlyMap<string, Read> = new Map([
  ...['PledgeAnnounced', 'AnnouncementLinked', 'PledgeDerived'].map((type) => [type, withMoney] as const),
  ...['FundsPledged', 'FundsCommitted', 'FundsReceived'].map((type) => [type, withAmount] as const),
  ['PledgeAmended', withChanges] as const,
]);

function withMoney(data: unknown): unknown {
  const { money } = data as { readonly money: Money | null };
  return money === null || isExact(money) ? data : { ...(data as object), money: rounded(money) };
}

function withAmount(data: unknown): unknown {
  const { amount, currency } = data as DataOf<'FundsPledged'>;
  if (isInMinorUnits(amount, currency)) return data;
  return { ...(data as object), amount: toMinorUnits(amount, currency) };
}

function withChanges(data: unknown): unknown {
  const { changes } = data as DataOf<'PledgeAmended'>;
  const isRead = changes.every(
    (change) => change.field !== 'money' || change.new === null || isExact(change.new),
  );
  if (isRead) return data;
  return {
    ...(data as object),
    changes: changes.map((change) =>
      change.field === 'money' && change.new !== null ? { ...change, new: rounded(change.new) } : change,
    ),
  };
}

const isExact = ({ amountMin, amountMax, currency }: Money): boolean =>
  [amountMin, amountMax].every((amount) => amount === null || isInMinorUnits(amount, currency));

/** Each bound; a half goes to the even neighbour. */
const rounded = (money: Money): Money => {
  const bound = (amount: number | null) => (amount === null ? null : toMinorUnits(amount, money.currency));
  return { ...money, amountMin: bound(money.amountMin), amountMax: bound(money.amountMax) };
};
