/** The filters of the register of missions. */
import { MISSION_KINDS } from '@pledgeline/contracts';
import { OneOfFilter } from '../../answers/filters.request.ts';
import { FormatFilter, type Format } from '../../answers/format.request.ts';
import { AsOfRequest } from '../../answers/page.request.ts';

export class ListMissionsRequest extends AsOfRequest {
  @OneOfFilter(MISSION_KINDS)
  kind?: string;

  @OneOfFilter(['true', 'false'], { description: 'Missions that go on, or those that have closed.' })
  open?: string;

  @FormatFilter('mission')
  format?: Format;
}
