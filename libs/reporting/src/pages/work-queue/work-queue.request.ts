/** The filters of the work queue. */
import { ROLES } from '@pledgeline/contracts';
import { AnyOfFilter, AssigneeFilter, MemberStatesFilter } from '../../answers/filters.request.ts';
import type { OneOrMore } from '../../answers/one-or-more.ts';
import { PageRequest } from '../../answers/page.request.ts';
import { TASK_KINDS } from '@pledgeline/contracts';

export class WorkQueueRequest extends PageRequest {
  @AnyOfFilter(ROLES, { description: 'Whom the task waits for.', example: ['SFGC'] })
  role?: OneOrMore;

  @MemberStatesFilter()
  memberState?: OneOrMore;

  @AnyOfFilter(TASK_KINDS)
  kind?: OneOrMore;

  @AssigneeFilter()
  assignee?: string;
}
