/** The filters of the progress report. */
import { MemberStateFilter, CategoryFilter, ConferenceFilter } from '../../answers/filters.request.ts';
import { AsOfRequest } from '../../answers/page.request.ts';

export class ProgressRequest extends AsOfRequest {
  @ConferenceFilter()
  conference?: string;

  @MemberStateFilter()
  memberState?: string;

  @CategoryFilter()
  category?: string;
}
