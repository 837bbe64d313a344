/** The filters of the diary of visits. */
import { VISIT_PURPOSES } from '@pledgeline/contracts';
import { MemberStateFilter, OneOfFilter } from '../../answers/filters.request.ts';
import { PageRequest } from '../../answers/page.request.ts';
import { VISIT_STATES } from '../../views/visit-diary.view.ts';

export class ListVisitsRequest extends PageRequest {
  @MemberStateFilter()
  memberState?: string;

  @OneOfFilter(VISIT_PURPOSES)
  purpose?: string;

  @OneOfFilter(VISIT_STATES)
  state?: string;
}
