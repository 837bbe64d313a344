/** How the progress report and the answers about the read models look. */
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
  type Properties,
} from '../../answers/answer-schema.ts';
import type { Offered, OverUsed } from './offered-in-total.ts';
import { DEFINITIONS, FUNNEL, type Figures, type StepFigure } from './progress-figures.ts';
import type { GroupFigures, ProgressReport } from './progress-report.ts';

const reached = Object.fromEntries(FUNNEL.map((status) => [status, whole])) as Properties<Figures['reached']>;

const figures: Properties<Figures> = {
  pledges: said(whole, DEFINITIONS.pledges),
  states: said(whole, DEFINITIONS.states),
  reached: said(object<Figures['reached']>('StatusCounts', reached), DEFINITIONS.reached),
  current: said(mapOf(whole), DEFINITIONS.current),
  medianDays: said(
    list(
      object<StepFigure>('StepFigure', {
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

const groups = list(object<GroupFigures>('GroupFigures', { code: text, name: text, ...figures }));

const offered = object<ProgressReport['overall']['offered']>('OfferedTotals', {
  notStated: whole,
  measures: list(
    object<Offered>('OfferedMeasure', {
      measure: orNull(text),
      pledges: whole,
      min: number,
      max: orNull(number),
    }),
  ),
  overUsed: said(
    list(
      object<OverUsed>('OverUsedCeiling', {
        pledgeId: uuid,
        reference: text,
        offered: number,
        taken: number,
      }),
    ),
    'ceilings whose parts take more than was said',
  ),
});

export const progressReportSchema = object<ProgressReport>('ProgressReport', {
  computedAt: said(instant, 'the clock when it was made'),
  ...answeredAt,
  ruleSet: text,
  filters: mapOf(text),
  definitions: said(
    object<typeof DEFINITIONS>('ProgressDefinitions', {
      pledges: text,
      states: text,
      reached: text,
      current: text,
      medianDays: text,
      offered: text,
    }),
    'what each figure means, under the name of the figure',
  ),
  overall: object<ProgressReport['overall']>('OverallFigures', {
    ...figures,
    offered: said(offered, DEFINITIONS.offered),
  }),
  byTrack: groups,
  byConference: groups,
  byState: groups,
  byCategory: groups,
});
