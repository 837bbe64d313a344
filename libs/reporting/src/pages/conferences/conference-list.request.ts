/** The filters of the list of conferences. */
import { CONFERENCE_KINDS } from '@pledgeline/contracts';
import { OneOfFilter } from '../../answers/filters.request.ts';
import { PageRequest } from '../../answers/page.request.ts';

export class ListConferencesRequest extends PageRequest {
  @OneOfFilter(CONFERENCE_KINDS)
  kind?: string;

  @OneOfFilter(['true', 'false'], { description: 'Those of the series since 2014, or those beside it.' })
  series?: string;
}
