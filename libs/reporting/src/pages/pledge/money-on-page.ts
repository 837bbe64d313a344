/** The money of a pledge as its page shows it: line by line, each under its giver. */
import { sumOf } from '@pledgeline/contracts';
import {
  isAfterValidity,
  isLate,
  moneyValidUntil,
  pledgedMoney,
  tranchesOf,
  type Delivered,
  type MoneyLine,
  type Pledge,
} from '@pledgeline/pledge';
import { stands } from '../../reports/counting-rules.ts';
import type { MoneyMark } from './money-marks.data.ts';
import type { MoneyOnPage } from './money.schema.ts';

/** @param earliestToday today where the day ends last: a year before it is over everywhere. */
export const moneyOnPage = (pledge: Pledge, earliestToday: string): readonly MoneyOnPage[] =>
  pledgedMoney(pledge).map((line) => {
    const { funder, parts: _, ...shown } = line;
    const tranches = tranchesOf(line).map((tranche) => ({
      ...tranche,
      late: stands({ pledge }) && isLate(tranche, earliestToday),
    }));
    const receivedAfterValidity = afterValidity(line, pledge);
    const marks: readonly (MoneyMark | false)[] = [
      line.surplus > 0 && 'CONFIRMED_BEYOND_PLEDGED',
      tranches.some(({ late }) => late) && 'TRANCHE_LATE',
      receivedAfterValidity !== null && 'RECEIVED_AFTER_VALIDITY',
    ];
    return {
      giver: funder ?? pledge.memberState,
      isOwn: funder === null,
      ...shown,
      outstanding: outstandingOf(line),
      tranches,
      receivedAfterValidity,
      marks: marks.filter((mark) => mark !== false),
    };
  });

/** Only an exact amount is owed: nobody knows what is owed of a range, of every year, or of a currency that was guessed. */
export const outstandingOf = ({
  pledgedMin,
  pledgedMax,
  currencyAssumed,
  per,
  received,
}: MoneyLine): number | null =>
  pledgedMin === null || pledgedMin !== pledgedMax || currencyAssumed || per !== null
    ? null
    : Math.max(sumOf([pledgedMin, -(received ?? 0)]), 0);

const afterValidity = ({ parts }: MoneyLine, pledge: Pledge): number | null => {
  const validUntil = moneyValidUntil(pledge);
  const late = (pledge.delivered?.payments ?? []).filter(
    (payment) => isAfterValidity(payment, validUntil) && parts.some((part) => isOf(part, payment)),
  );
  return late.length === 0 ? null : sumOf(late.map(({ amount }) => amount));
};

const isOf = (part: MoneyLine['parts'][number], payment: Delivered['payments'][number]): boolean =>
  KEY.every((field) => part[field] === payment[field]);

const KEY = ['currency', 'funding', 'fund', 'funder', 'trancheYear'] as const;
