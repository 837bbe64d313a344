/** How it looks what has to be kept of a promise, and what became of it. */
import { CLOSINGS, DIMENSIONS } from '@pledgeline/contracts';
import {
  JUDGED_BECAUSE,
  PLEDGE_CLASSES,
  type Closing,
  type DimensionFigures,
  type Figures,
  type Lowering,
} from '@pledgeline/pledge';
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
  type Properties,
  type Static,
} from '../../answers/answer-schema.ts';
import { money, quantity } from './announcement.schema.ts';

const dimension = object('PromisedDimension', {
  dimension: oneOf(DIMENSIONS),
  currency: said(orNull(text), 'ISO 4217, of money'),
  promised: said(number, 'the number that has to be kept: as announced or since raised'),
  firstPromised: said(orNull(number), 'null where it was first counted otherwise, or in another currency'),
  committed: said(orNull(number), 'bound by an agreement, a memorandum or a plan'),
  delivered: number,
  surplus: said(number, 'beyond what was promised, and in no share'),
  share: said(whole, 'per cent, at most 100'),
} satisfies Properties<DimensionFigures>);

const figures = object('PromisedFigures', {
  quantity,
  money,
  years: said(orNull(whole), 'for which it is promised, where that was stated'),
} satisfies Properties<Figures>);

const lowering = object('Lowering', {
  before: figures,
  after: figures,
  on: orNull(day),
  reason: orNull(text),
  reference: said(orNull(text), 'of FGS, PD, DOS or the desk; without one the number to be kept stays'),
} satisfies Properties<Lowering>);

export const accountability = object('Accountability', {
  pledgeClass: said(
    orNull(oneOf(PLEDGE_CLASSES, 'PledgeClass')),
    'what became of it; null where its parts or the joint pledge count instead',
  ),
  dimensions: said(list(dimension), 'computed from what is recorded; empty where people judge'),
  share: said(orNull(whole), 'per cent delivered of the poorest dimension; null where people judge'),
  judgedBecause: orNull(oneOf(JUDGED_BECAUSE, 'JudgedBecause')),
  lowerings: said(list(lowering), 'each time that less was promised than before, and why'),
  closing: orNull(
    object('Closing', {
      as: oneOf(CLOSINGS),
      judged: said(flag, 'by people, not computed'),
      reason: orNull(text),
      share: said(orNull(number), 'as computed; of a closing before shares were computed, as stated'),
      on: orNull(day),
    } satisfies Properties<Closing>),
  ),
});

export type Accountability = Static<typeof accountability>;
