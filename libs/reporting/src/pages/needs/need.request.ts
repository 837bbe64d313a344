/** The filters of the light-coordination board. */
import { NEED_KINDS } from '@pledgeline/contracts';
import { MemberStateFilter, OneOfFilter } from '../../answers/filters.request.ts';
import { PageRequest } from '../../answers/page.request.ts';
import { NEED_STATES } from '../../views/need-board.view.ts';

export class ListNeedsRequest extends PageRequest {
  @OneOfFilter(NEED_KINDS)
  kind?: string;

  @MemberStateFilter()
  memberState?: string;

  @OneOfFilter(NEED_STATES)
  state?: string;
}
