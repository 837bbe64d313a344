/** The filter of the list of rotations. */
import { MemberStatesFilter } from '../../answers/filters.request.ts';
import type { OneOrMore } from '../../answers/one-or-more.ts';
import { PageRequest } from '../../answers/page.request.ts';

export class ListRotationsRequest extends PageRequest {
  @MemberStatesFilter()
  memberState?: OneOrMore;
}
