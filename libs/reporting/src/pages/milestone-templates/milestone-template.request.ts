/** The filters of the milestones that a plan usually has. */
import { categories } from '@pledgeline/contracts';
import { CAPABILITY_CODES, OneOfFilter } from '../../answers/filters.request.ts';
import { FormatFilter, type Format } from '../../answers/format.request.ts';

export class ListMilestoneTemplatesRequest {
  @OneOfFilter(categories, { example: 'TRAINING' })
  category?: string;

  @OneOfFilter(CAPABILITY_CODES, { description: 'Those of its category.' })
  capabilityCode?: string;

  @FormatFilter('milestone')
  format?: Format;
}
