/** The filters of the work queue. */
import { ROLES } from '@pledgeline/contracts';
import { MemberStateFilter, OneOfFilter } from '../../answers/filters.request.ts';
import { PageRequest } from '../../answers/page.request.ts';
import { TASK_KINDS } from './task-kinds.data.ts';

export class WorkQueueRequest extends PageRequest {
  @OneOfFilter(ROLES, { description: 'Whom the task waits for.', example: 'SFGC' })
  role?: string;

  @MemberStateFilter()
  memberState?: string;

  @OneOfFilter(TASK_KINDS)
  kind?: string;
}
