/** The filters of the light-coordination board. */
import { NEED_KINDS } from '@pledgeline/contracts';
import { AnyOfFilter, MemberStatesFilter } from '../../answers/filters.request.ts';
import type { OneOrMore } from '../../answers/one-or-more.ts';
import { PageRequest } from '../../answers/page.request.ts';
import { NEED_STATES } from '../../views/need-board.view.ts';

export class ListNeedsRequest extends PageRequest {
  @AnyOfFilter(NEED_KINDS)
  kind?: OneOrMore;

  @MemberStatesFilter()
  memberState?: OneOrMore;

  @AnyOfFilter(NEED_STATES)
  state?: OneOrMore;
}
