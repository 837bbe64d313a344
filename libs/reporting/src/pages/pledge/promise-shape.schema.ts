/** How the page of a pledge describes what became of it beside its statuses. */
import { FUNDING_KINDS, REPEAT_DECISIONS, STATUSES, TOTAL_KINDS } from '@pledgeline/contracts';
import type { Pledge, ProgressReport, Suspension } from '@pledgeline/pledge';
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
  uuid,
  type Properties,
  type FieldsOf,
  type Static,
  oneOfSchemas,
} from '../../answers/answer-schema.ts';
import { money, quantity } from './announcement.schema.ts';

type Amendment = NonNullable<Pledge['amendment']>['history'][number];
type Phases = NonNullable<NonNullable<Pledge['counting']>['phases']>;

/** A text, a number, a list, a quantity or money, as the field has it. */
const stated = oneOfSchemas(text, number, list(text), quantity, money);

const amendment = object('Amendment', {
  changes: list(
    object('AmendedField', { field: text, old: stated, new: stated } satisfies Properties<
      Amendment['changes'][number]
    >),
  ),
  reason: text,
  source: text,
  consentReference: orNull(text),
  conversion: said(
    orNull(object('Conversion', { rate: number, on: day })),
    'units of the new currency for one of the old, where money came into another',
  ),
  amendedOn: orNull(day),
} satisfies Properties<Amendment>);

const repeat = object('RepeatDecision', {
  decision: oneOf(REPEAT_DECISIONS),
  repeats: said(orNull(uuid), 'the pledge that it repeats'),
  reason: text,
} satisfies Properties<NonNullable<Pledge['repeat']>>);

export const relative = object('RelatedPledge', {
  pledgeId: uuid,
  reference: orNull(text),
  status: orNull(oneOf(STATUSES)),
  quantity,
});

const progressReport = object('PledgeProgressReport', {
  reportId: uuid,
  author: said(oneOf(['MS', 'IMPL'], 'ProgressAuthor'), 'the state, or the implementing body'),
  text,
  from: day,
  to: day,
  share: said(orNull(number), 'percentage done, as the author sees it'),
  visibility: oneOf(['PUBLIC', 'MEMBER_STATES', 'INTERNAL']),
} satisfies Properties<ProgressReport>);

const part = object('PartOfTotal', {
  kind: oneOf(TOTAL_KINDS),
  quantity,
  money,
  total: relative,
});

const itemised = object('Itemised', {
  quantity: orNull(
    object('ItemisedQuantity', {
      measure: orNull(text),
      itemised: number,
      notItemised: said(orNull(number), 'null where the total names no number'),
      beyond: said(number, 'what the parts take above the total'),
    }),
  ),
  money: list(
    object('ItemisedMoney', {
      currency: text,
      funding: orNull(oneOf(FUNDING_KINDS)),
      itemised: number,
      notItemised: orNull(number),
      beyond: number,
    }),
  ),
});

const phases = object('Phases', {
  phases: list(
    object('Phase', {
      name: text,
      quantity,
      strength: said(quantity, 'persons in all units of the phase together'),
      aircraft: said(quantity, 'in all units of the phase together'),
      from: orNull(day),
      to: orNull(day),
      condition: orNull(text),
    } satisfies Properties<Phases['phases'][number]>),
  ),
  cumulative: said(flag, 'each phase includes those before it'),
  total: quantity,
  strength: said(quantity, 'beside the total; null where a phase that makes it up states none'),
  aircraft: said(quantity, 'beside the total'),
} satisfies Properties<Phases>);

export const promiseShape = {
  suspended: said(flag, 'what is delivered rests now; the status stays'),
  suspensions: list(
    object('Suspension', {
      reason: text,
      from: day,
      resumedOn: orNull(day),
    } satisfies Properties<Suspension>),
  ),
  tags: said(list(text), 'what it is about, beyond the themes of its capability'),
  mainTheme: orNull(text),
  progress: list(progressReport),
  countsAgainst: said(
    orNull(part),
    'the total it is a part of; quantity and money null: it takes as much as it promises',
  ),
  parts: said(list(relative), 'the pledges that are parts of this one'),
  itemised: said(
    orNull(itemised),
    'what its parts take by their upper ends; taken and left come to the whole, but for what is beyond it',
  ),
  phases: orNull(phases),
  parents: said(list(relative), 'the pledges it comes from, by a split or a merger'),
  children: said(list(relative), 'the pledges it became'),
  repeat: said(
    orNull(repeat),
    'what the desk found of an old flag as a repeat; null where there is none, or it has not decided',
  ),
  renewedBy: said(list(relative), 'the newer pledges that renew or update it'),
  supersededBy: said(orNull(relative), 'the pledge that stands in its place'),
  amendments: said(list(amendment), 'what the state changed since, first to last'),
};

export type Relative = Static<typeof relative>;
export type PromiseShape = FieldsOf<typeof promiseShape>;
