/** The filters of the taxonomy and of the states. */
import { categories, themes, TRACKS } from '@pledgeline/contracts';
import { MemberStateFilter, OneOfFilter } from '../../answers/filters.request.ts';
import { FormatFilter, type Format } from '../../answers/format.request.ts';
import { KINDS_OF_STATES, REGIONS } from './reference-list.schema.ts';

export class ListTaxonomyRequest {
  @OneOfFilter(categories)
  category?: string;

  @OneOfFilter(TRACKS)
  track?: string;

  @OneOfFilter(themes)
  theme?: string;

  @FormatFilter('capability')
  format?: Format;
}

export class ListStatesRequest {
  @MemberStateFilter()
  memberState?: string;

  @OneOfFilter(KINDS_OF_STATES)
  kind?: string;

  @OneOfFilter(REGIONS)
  region?: string;

  @FormatFilter('state')
  format?: Format;
}
