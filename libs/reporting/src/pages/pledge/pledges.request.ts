/** The filters of the list of pledges. A value outside a closed list is refused with the list. */
import {
  CAVEAT_KINDS,
  LEVELS,
  LISTED_STATUSES,
  PLEDGE_FACETS,
  SMART_PARTS,
  TRACKS,
  categories,
  type PledgeFacet,
} from '@pledgeline/contracts';
import { ArrayMaxSize } from 'class-validator';
import { NO_CAVEAT } from '../../views/register/caveats.ts';
import {
  AnyOfFilter,
  AssigneeFilter,
  CAPABILITY_CODES,
  ConferencesFilter,
  DayFilter,
  MemberStatesFilter,
  OneOfFilter,
  ReferencesFilter,
  ThemesFilter,
  WordsFilter,
} from '../../answers/filters.request.ts';
import type { OneOrMore } from '../../answers/one-or-more.ts';
import { PageRequest } from '../../answers/page.request.ts';
import { PLEDGE_ORDERS } from './pledge-order.ts';

const FOR_WHOM = 'For readers of everything, and for a state about its own pledges.';

/** More would take long to read, and to count. */
const MOST_FACETS = 6;

export class ListPledgesRequest extends PageRequest {
  @ReferencesFilter()
  reference?: OneOrMore;

  @WordsFilter(
    'Words of the description, the reference, the state, the capability or a partner, or beginnings of words; all must be found, in any order, case and accents aside.',
  )
  q?: string;

  @ConferencesFilter()
  conference?: OneOrMore;

  @MemberStatesFilter()
  memberState?: OneOrMore;

  @AnyOfFilter(categories)
  category?: OneOrMore;

  @AnyOfFilter(CAPABILITY_CODES)
  capabilityCode?: OneOrMore;

  @ThemesFilter()
  theme?: OneOrMore;

  @AnyOfFilter(TRACKS, { description: 'On which it is registered; none has one before.' })
  track?: OneOrMore;

  @AnyOfFilter(LISTED_STATUSES)
  status?: OneOrMore;

  @AnyOfFilter(LEVELS)
  level?: OneOrMore;

  @DayFilter('announcedFrom', 'Announced on this day or later.')
  announcedFrom?: string;

  @DayFilter('announcedTo', 'Announced on this day or before.', 'announcedFrom')
  announcedTo?: string;

  @DayFilter('lastWordFrom', 'The last word that the reader may read was said on this day or later.')
  lastWordFrom?: string;

  @DayFilter('lastWordTo', 'The same, on this day or before: what has been silent since.', 'lastWordFrom')
  lastWordTo?: string;

  @DayFilter('dueFrom', `The earliest day by which something is due is this day or later. ${FOR_WHOM}`)
  dueFrom?: string;

  @DayFilter('due', `Something is due on or before this day. ${FOR_WHOM}`, 'dueFrom')
  due?: string;

  @AnyOfFilter(SMART_PARTS, {
    description: 'What the promise leaves unsaid: BY_WHEN lists those without a timeframe.',
  })
  missing?: OneOrMore;

  @OneOfFilter([NO_CAVEAT, ...CAVEAT_KINDS], {
    description:
      'A caveat of this kind is open, or `none` is. For the Secretariat, and for a state about its own pledges.',
  })
  caveat?: string;

  @OneOfFilter(CAVEAT_KINDS, { description: 'No caveat of this kind is open. For the same readers.' })
  withoutCaveat?: string;

  @AssigneeFilter()
  assignee?: string;

  @OneOfFilter(PLEDGE_ORDERS, {
    description: `By reference when absent; with a minus before it the other way round. What has no such value comes last. By dueOn: ${FOR_WHOM.toLowerCase()} Where a value changes between two pages, its pledge may be met twice or not at all.`,
  })
  sort?: string;

  @AnyOfFilter(PLEDGE_FACETS, {
    description: `By what those that fit are counted in \`facets\`, at most ${MOST_FACETS} at a time; each leaves out the filter of its own name. level: for readers among states; caveat: for readers of everything.`,
    example: ['status', 'conference'],
    maxItems: MOST_FACETS,
  })
  @ArrayMaxSize(MOST_FACETS)
  facet?: PledgeFacet[];
}
