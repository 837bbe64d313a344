/** How the money of a pledge looks on its page. */
import { FUNDING_KINDS } from '@pledgeline/contracts';
import type { MoneyLine } from '@pledgeline/pledge';
import {
  flag,
  number,
  object,
  oneOf,
  orNull,
  said,
  text,
  type Properties,
  type Static,
} from '../../answers/answer-schema.ts';

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
} satisfies Omit<Properties<MoneyLine>, 'funder' | 'parts'> & Record<string, unknown>);

export type MoneyOnPage = Static<typeof moneyLine>;
