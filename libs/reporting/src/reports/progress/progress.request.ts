/** The filters of the progress report. */
import { MemberStateFilter } from '../../answers/member-state.request.ts';
import { AsOfRequest } from '../../answers/page.request.ts';
import { CategoryFilter, ConferenceFilter } from '../../answers/pledge-filters.request.ts';

export class ProgressRequest extends AsOfRequest {
  @ConferenceFilter()
  conference?: string;

  @MemberStateFilter()
  memberState?: string;

  @CategoryFilter()
  category?: string;
}
