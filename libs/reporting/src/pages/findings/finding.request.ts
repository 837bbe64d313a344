/** The filters of the list of findings. */
import { FINDING_OUTCOMES, PERFORMANCE_RESULTS, PERFORMANCE_TOOLS } from '@pledgeline/contracts';
import {
  AnyOfFilter,
  CAPABILITY_CODES,
  DayFilter,
  MemberStatesFilter,
  MissionsFilter,
} from '../../answers/filters.request.ts';
import type { OneOrMore } from '../../answers/one-or-more.ts';
import { PageRequest } from '../../answers/page.request.ts';

export class ListFindingsRequest extends PageRequest {
  @AnyOfFilter(PERFORMANCE_TOOLS)
  tool?: OneOrMore;

  @AnyOfFilter(FINDING_OUTCOMES, { description: 'How far it has led.' })
  outcome?: OneOrMore;

  @AnyOfFilter(PERFORMANCE_RESULTS, { description: 'Of the whole assessment, where the reader may read it.' })
  result?: OneOrMore;

  @MemberStatesFilter()
  memberState?: OneOrMore;

  @AnyOfFilter(CAPABILITY_CODES)
  capabilityCode?: OneOrMore;

  @MissionsFilter()
  mission?: OneOrMore;

  @DayFilter('from', 'Assessed on this day or later.')
  from?: string;

  @DayFilter('to', 'Assessed on this day or before.', 'from')
  to?: string;
}
