/** The filters of the gap board. */
import type { OneOrMore } from '../../answers/one-or-more.ts';
import { PageRequest } from '../../answers/page.request.ts';
import { AnyOfFilter, CAPABILITY_CODES, MissionFilter } from '../../answers/filters.request.ts';
import { FILLS, GAP_STATES } from '../../views/gap-board.view.ts';

export class ListGapsRequest extends PageRequest {
  @MissionFilter()
  mission?: string;

  @AnyOfFilter(CAPABILITY_CODES)
  capabilityCode?: OneOrMore;

  @AnyOfFilter(GAP_STATES)
  state?: OneOrMore;

  /** Not for the public, which does not read it. */
  @AnyOfFilter(FILLS)
  fill?: OneOrMore;
}
