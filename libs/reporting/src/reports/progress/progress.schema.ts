/** How the progress report looks. */
import {
  answeredAt,
  instant,
  list,
  mapOf,
  number,
  object,
  orNull,
  said,
  text,
  uuid,
  whole,
  type FieldsOf,
  type Static,
  described,
} from '../../answers/answer-schema.ts';
import { reportFields } from '../report.schema.ts';
import { definedByFields } from '../../answers/definitions.ts';
import { DEFINITIONS, FUNNEL } from './progress.data.ts';
import type { Status } from '@pledgeline/contracts';
import type { PledgeFilters } from '../../views/register/pledge-filters.ts';

export type ProgressFilters = Pick<PledgeFilters, 'conference' | 'memberState' | 'category' | 'theme'>;

const reached = Object.fromEntries(FUNNEL.map((status) => [status, whole])) as Record<
  (typeof FUNNEL)[number],
  typeof whole
>;

const figures = {
  pledges: said(whole, DEFINITIONS.pledges),
  states: said(whole, DEFINITIONS.states),
  reached: said(object('StatusCounts', reached), DEFINITIONS.reached),
  current: said(described<Readonly<Partial<Record<Status, number>>>>(mapOf(whole)), DEFINITIONS.current),
  withoutWord: said(whole, DEFINITIONS.withoutWord),
  medianDays: said(
    list(
      object('StepFigure', {
        from: text,
        to: text,
        value: orNull(number),
        counted: whole,
        leftOut: whole,
      }),
    ),
    DEFINITIONS.medianDays,
  ),
};

const group = object('GroupFigures', { code: text, name: text, ...figures });
const groups = list(group);

const offered = object('OfferedTotals', {
  notStated: whole,
  measures: list(
    object('OfferedMeasure', {
      measure: said(
        orNull(text),
        'persons, units, aircraft, items, centres or camps, courses, posts, post-months, or the unit as stated',
      ),
      pledges: whole,
      min: number,
      max: orNull(number),
    }),
  ),
  overUsed: said(
    list(
      object('OverUsedTotal', {
        pledgeId: uuid,
        reference: text,
        offered: number,
        taken: number,
      }),
    ),
    'ceilings and packages whose parts take more than was said',
  ),
});

const wholeReport = {
  computedAt: said(instant, 'the clock when it was made'),
  ...definedByFields,
  ...answeredAt,
  ruleSet: text,
  filters: described<ProgressFilters>(mapOf(text)),
  meanings: said(
    object('ProgressMeanings', {
      pledges: text,
      states: text,
      reached: text,
      current: text,
      withoutWord: text,
      medianDays: text,
      offered: text,
    }),
    'what each figure means, under the name of the figure',
  ),
  overall: object('OverallFigures', {
    ...figures,
    offered: said(offered, DEFINITIONS.offered),
  }),
  byTrack: groups,
  byConference: groups,
  byState: groups,
  byCategory: groups,
};

/** The figures of `groups` are those of the report as any other; beside them stands what this address answered before. */
export const progressReportSchema = object('ProgressReport', { ...reportFields, ...wholeReport });

/** Statuses that no pledge is in are left out of `current`. */
export type Figures = FieldsOf<typeof figures>;
export type GroupFigures = Static<typeof group>;
export type Offered = Static<typeof offered>;
export type ProgressReport = FieldsOf<typeof wholeReport>;
