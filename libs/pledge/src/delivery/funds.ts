/**
 * Money pledged, committed and received: lifecycle page, section 7. Each step in its own currency, and no currency is ever
 * turned into another.
 */
import { isCurrency, sumOf } from '@pledgeline/contracts';
import type { Decision } from '../decision-context.ts';
import { mustBeExact } from '../money-amount.ts';
import { conflict, invalid, isBlank } from '../refusal.ts';
import type { CommandOf, Pledge } from '../state.ts';
import type { Delivered, FundsKey, FundsLine } from './delivery.state.ts';
import { paysArrears } from './arrears.ts';
import { moneyLines } from './pledged-money.ts';

export const pledgeFunds: Decision<'PledgeFunds'> = ({ data }, _pledge, { on }) => {
  mustBePayable(data);
  return [{ type: 'FundsPledged', data: { ...data, pledgedOn: on } }];
};

/** A commitment is an agreement, and names it. */
export const commitFunds: Decision<'CommitFunds'> = ({ data }, _pledge, { on }) => {
  mustBePayable(data);
  if (isBlank(data.agreementReference)) {
    throw invalid('REFERENCE_MISSING', 'A commitment names its agreement.', { field: 'agreementReference' });
  }
  return [{ type: 'FundsCommitted', data: { ...data, committedOn: on } }];
};

/**
 * More than was committed in that currency may arrive, but then a note says why. Arrears are owed without any agreement: their
 * payment is held against a commitment only where there is one.
 */
export const receiveFunds: Decision<'ReceiveFunds'> = ({ data }, pledge, { on, rules }) => {
  mustBePayable(data);
  const { currency, note } = data;
  const { committed, received } = rules.moneyBySource ? ofItsSource(pledge, data) : ofAnySource(pledge, data);
  if (committed === null && paysArrears(pledge, data)) {
    return [{ type: 'FundsReceived', data: { ...data, receivedOn: on } }];
  }
  if (received > (committed ?? 0) && isBlank(note)) {
    throw conflict(
      'RECEIVED_ABOVE_COMMITTED',
      `With this, ${received} ${currency} are received of ${committed ?? 0} committed. Say why in a note.`,
      { field: 'note', committed: committed ?? 0, received },
    );
  }
  return [{ type: 'FundsReceived', data: { ...data, receivedOn: on } }];
};

type Receipt = CommandOf<'ReceiveFunds'>['data'];

/** With this receipt: the mission's money is no support that the state has committed, nor is assessed money voluntary. */
const ofItsSource = (pledge: Pledge, { amount, ...data }: Receipt) => {
  const { currency, funding, fund, funder, trancheYear } = data;
  const key: FundsKey = { currency, funding, fund, funder, trancheYear };
  const receipt: FundsLine = { ...key, pledged: null, committed: null, received: amount };
  const lines = moneyLines(pledge, [...(pledge.delivered?.funds ?? []), receipt]);
  const line = lines.find(({ parts }) => parts.includes(receipt));
  return { committed: line?.committed ?? null, received: line?.received ?? amount };
};

const ofAnySource = (pledge: Pledge, { currency, amount }: Receipt) => ({
  committed: inAll(pledge, currency, 'committed'),
  received: added(inAll(pledge, currency, 'received'), amount),
});

const mustBePayable = ({
  amount,
  currency,
}: CommandOf<'PledgeFunds' | 'CommitFunds' | 'ReceiveFunds'>['data']): void => {
  if (!(amount > 0 && amount <= LARGEST)) {
    throw invalid('AMOUNT_INVALID', 'An amount is more than nothing.', { field: 'amount', largest: LARGEST });
  }
  if (!isCurrency(currency)) {
    throw invalid('UNKNOWN_CURRENCY', `${currency} is no currency of ISO 4217.`, { field: 'currency' });
  }
  mustBeExact(amount, currency);
};

/** Of one payment. */
const LARGEST = 1_000_000_000_000;

/** Null where nobody stated a figure. */
const inAll = ({ delivered }: Pledge, currency: string, step: 'committed' | 'received'): number | null => {
  const lines = (delivered?.funds ?? []).filter((line) => line.currency === currency);
  const stated = lines.map((line) => line[step]).filter((amount) => amount !== null);
  return stated.length === 0 ? null : sumOf(stated);
};

/** Exactly. */
export const added = (one: number | null, other: number): number => sumOf([one ?? 0, other]);

export const nothingReceived = (delivered: Delivered | null): boolean =>
  !(delivered?.funds ?? []).some(({ received }) => received !== null);
