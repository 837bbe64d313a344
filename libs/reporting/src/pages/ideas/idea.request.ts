/** The filters of the list of ideas. */
import { IDEA_KINDS } from '@pledgeline/contracts';
import { AnyOfFilter, ConferencesFilter, MemberStatesFilter } from '../../answers/filters.request.ts';
import type { OneOrMore } from '../../answers/one-or-more.ts';
import { PageRequest } from '../../answers/page.request.ts';
import { IDEA_STATES } from '../../views/idea-list.view.ts';

export class ListIdeasRequest extends PageRequest {
  @AnyOfFilter(IDEA_KINDS, { description: 'EXPECTED: for the Secretariat.' })
  kind?: OneOrMore;

  @ConferencesFilter('Where it was raised, by code; `none` for ideas raised outside any conference.')
  conference?: OneOrMore;

  @MemberStatesFilter()
  memberState?: OneOrMore;

  @AnyOfFilter(IDEA_STATES)
  state?: OneOrMore;
}
