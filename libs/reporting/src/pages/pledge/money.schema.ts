/** How the money of a pledge looks on its page. */
import { FUNDING_KINDS } from '@pledgeline/contracts';
import type { Arrears, MoneyLine, Tranche } from '@pledgeline/pledge';
import {
  day,
  flag,
  list,
  number,
  object,
  oneOf,
  orNull,
  said,
  text,
  whole,
  type Including,
  type Properties,
  type Static,
} from '../../answers/answer-schema.ts';
import { MONEY_MARKS } from './money-marks.data.ts';

export const moneyLine = object('MoneyLine', {
  giver: said(text, 'the code of a state, or the name of a body'),
  isOwn: said(flag, 'false for money that others than the state of the pledge give under it'),
  currency: said(text, 'ISO 4217'),
  funding: said(orNull(oneOf(FUNDING_KINDS)), 'null where nobody said'),
  pledgedMin: said(orNull(number), 'as announced or amended; where nothing was, what was confirmed'),
  pledgedMax: said(orNull(number), 'null where no amount was stated, and for a floor ("over 10 million")'),
  isStated: said(flag, 'false where nothing was announced and the confirmed sum stands for it'),
  currencyAssumed: flag,
  per: orNull(oneOf(['YEAR'], 'MoneyPeriod')),
  confirmed: said(orNull(number), 'what was confirmed of it fund by fund'),
  surplus: said(number, 'confirmed beyond what was pledged: the promise is to be amended'),
  committed: orNull(number),
  received: orNull(number),
  outstanding: said(
    orNull(number),
    'pledged less received, 0 when all came; null for a range, a yearly amount or an assumed currency',
  ),
  tranches: said(
    list(
      object('Tranche', {
        year: whole,
        amount: said(number, 'confirmed for the year or, where nothing was, committed'),
        received: number,
        late: said(flag, 'the year is over and less came'),
      } satisfies Including<Tranche>),
    ),
    'money that names no year goes to the earliest tranche that is not full',
  ),
  receivedAfterValidity: said(orNull(number), 'what arrived after the day until when the money may be used'),
  marks: list(oneOf(MONEY_MARKS, 'MoneyMark')),
} satisfies Omit<Properties<MoneyLine>, 'funder' | 'parts'> & Record<string, unknown>);

export const arrears = object('Arrears', {
  currency: orNull(text),
  owed: said(number, 'in all'),
  owedOn: said(orNull(day), 'null where the source gives no date'),
  paid: said(number, 'by the state itself, voluntary money left out'),
  paidOn: said(orNull(day), 'day of the last payment'),
  remaining: said(number, '0 once all is paid'),
  remainingOn: orNull(day),
} satisfies Properties<Arrears>);

export type MoneyOnPage = Static<typeof moneyLine>;
