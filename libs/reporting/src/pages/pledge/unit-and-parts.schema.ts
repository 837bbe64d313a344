/** How a unit and the parts that were promised for it, such as an engagement platoon and its battalion, look on each other's page. */
import { PERFORMANCE_RESULTS, PERFORMANCE_TOOLS, STATUSES } from '@pledgeline/contracts';
import {
  day,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Static,
} from '../../answers/answer-schema.ts';
import { quantity } from './announcement.schema.ts';
import { targetStanding } from './target.schema.ts';

export const unitOrPart = object('UnitOrPart', {
  pledgeId: uuid,
  reference: text,
  memberState: text,
  memberStateName: text,
  unitType: orNull(text),
  status: orNull(oneOf(STATUSES)),
  quantity,
  strength: said(orNull(whole), 'of its own: in the mission or, before that, by its memorandum'),
  targets: said(list(targetStanding), 'its own, such as its share of women, with what each side measured'),
  performance: said(
    orNull(
      list(
        object('OwnPerformance', {
          assessedOn: day,
          tool: oneOf(PERFORMANCE_TOOLS),
          result: oneOf(PERFORMANCE_RESULTS),
        }),
      ),
    ),
    'of its own assessments; null for who does not read those',
  ),
});

export type UnitOrPart = Static<typeof unitOrPart>;
