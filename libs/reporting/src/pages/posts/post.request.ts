/** The filters of the register of posts. */
import {
  AnyOfFilter,
  CAPABILITY_CODES,
  MemberStatesFilter,
  MissionFilter,
  OneOfFilter,
} from '../../answers/filters.request.ts';
import type { OneOrMore } from '../../answers/one-or-more.ts';
import { PageRequest } from '../../answers/page.request.ts';

export class ListPostsRequest extends PageRequest {
  @MissionFilter()
  mission?: string;

  @MemberStatesFilter()
  memberState?: OneOrMore;

  @AnyOfFilter(CAPABILITY_CODES)
  capabilityCode?: OneOrMore;

  @OneOfFilter(['true', 'false'], {
    description: 'Whether posts are vacant: promised, open, and not to be filled only from a later day on.',
  })
  vacant?: string;
}
