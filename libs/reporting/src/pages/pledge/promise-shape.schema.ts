/** How the page of a pledge describes what became of it beside its statuses. */
import { STATUSES, TOTAL_KINDS } from '@pledgeline/contracts';
import type { ProgressReport, Suspension } from '@pledgeline/pledge';
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
  whole,
  type Properties,
} from '../../answers/answer-schema.ts';
import type { PromiseShape } from './promise-shape.ts';
import { money, quantity } from './announcement.schema.ts';
import type { Relative } from './relatives.ts';

type Amendment = PromiseShape['amendments'][number];

/** A text, a quantity, money or a number of days, as the field has it. */
const stated = { anyOf: [text, whole, quantity, money] };

const amendment = object<Amendment>('Amendment', {
  changes: list(
    object<Amendment['changes'][number]>('AmendedField', { field: text, old: stated, new: stated }),
  ),
  reason: text,
  source: text,
  consentReference: orNull(text),
  amendedOn: orNull(day),
});

const relative = object<Relative>('RelatedPledge', {
  pledgeId: uuid,
  reference: orNull(text),
  status: orNull(oneOf(STATUSES)),
  quantity,
});

const progressReport = object<ProgressReport>('PledgeProgressReport', {
  reportId: uuid,
  author: said(oneOf(['MS', 'IMPL'], 'ProgressAuthor'), 'the state, or the implementing body'),
  text,
  from: day,
  to: day,
  share: said(orNull(number), 'percentage done, as the author sees it'),
  visibility: oneOf(['PUBLIC', 'MEMBER_STATES', 'INTERNAL']),
});

const part = object<NonNullable<PromiseShape['countsAgainst']>>('PartOfTotal', {
  kind: oneOf(TOTAL_KINDS),
  quantity,
  total: relative,
});

type Phases = NonNullable<PromiseShape['phases']>;

const phases = object<Phases>('Phases', {
  phases: list(
    object<Phases['phases'][number]>('Phase', {
      name: text,
      quantity,
      from: orNull(day),
      to: orNull(day),
      condition: orNull(text),
    }),
  ),
  cumulative: said(flag, 'each phase includes those before it'),
  total: quantity,
});

export const promiseShape: Properties<PromiseShape> = {
  suspended: said(flag, 'what is delivered rests now; the status stays'),
  suspensions: list(object<Suspension>('Suspension', { reason: text, from: day, resumedOn: orNull(day) })),
  tags: said(list(text), 'what it is about, beyond the themes of its capability'),
  mainTheme: orNull(text),
  progress: list(progressReport),
  countsAgainst: said(
    orNull(part),
    'the total it is a part of; quantity null: it takes as much as it promises',
  ),
  parts: said(list(relative), 'the pledges that are parts of this one'),
  phases: orNull(phases),
  parents: said(list(relative), 'the pledges it comes from, by a split or a merger'),
  children: said(list(relative), 'the pledges it became'),
  amendments: said(list(amendment), 'what the state changed since, first to last'),
};
