/** The filters of the diary of visits. */
import { VISIT_PURPOSES } from '@pledgeline/contracts';
import { AnyOfFilter, DayFilter, MemberStatesFilter } from '../../answers/filters.request.ts';
import type { OneOrMore } from '../../answers/one-or-more.ts';
import { PageRequest } from '../../answers/page.request.ts';
import { VISIT_STATES } from '../../views/visit-diary.view.ts';

export class ListVisitsRequest extends PageRequest {
  @MemberStatesFilter()
  memberState?: OneOrMore;

  @AnyOfFilter(VISIT_PURPOSES)
  purpose?: OneOrMore;

  @AnyOfFilter(VISIT_STATES)
  state?: OneOrMore;

  @DayFilter('from', 'Held or planned on this day or later, if only with its last day.')
  from?: string;

  @DayFilter('to', 'Held or planned on this day or before, if only with its first day.', 'from')
  to?: string;
}
