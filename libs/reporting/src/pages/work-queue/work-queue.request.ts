/** The filters of the work queue. */
import { categories, ROLES, TASK_KINDS } from '@pledgeline/contracts';
import {
  AnyOfFilter,
  AssigneeFilter,
  ConferencesFilter,
  MemberStatesFilter,
  OneOfFilter,
  WordsFilter,
} from '../../answers/filters.request.ts';
import type { OneOrMore } from '../../answers/one-or-more.ts';
import { PageRequest } from '../../answers/page.request.ts';

export class WorkQueueRequest extends PageRequest {
  @AnyOfFilter(ROLES, { description: 'Whom the task waits for.', example: ['SFGC'] })
  role?: OneOrMore;

  @MemberStatesFilter()
  memberState?: OneOrMore;

  @AnyOfFilter(TASK_KINDS)
  kind?: OneOrMore;

  @OneOfFilter(['true', 'false'], {
    description: 'Those whose day is over all over the world, or the others.',
  })
  overdue?: 'true' | 'false';

  @ConferencesFilter()
  conference?: OneOrMore;

  @AnyOfFilter(categories)
  category?: OneOrMore;

  @WordsFilter(
    'Words of the pledge: of its description, reference, state, capability or a partner, or beginnings of words; all must be found, in any order, case and accents aside.',
  )
  q?: string;

  @AssigneeFilter()
  assignee?: string;
}
