/** The filter of the list of rotations. */
import { MemberStateFilter } from '../../answers/filters.request.ts';
import { PageRequest } from '../../answers/page.request.ts';

export class ListRotationsRequest extends PageRequest {
  @MemberStateFilter()
  memberState?: string;
}
