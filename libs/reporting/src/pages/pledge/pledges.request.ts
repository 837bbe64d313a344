/** The filters of the list of pledges. A value outside a closed list is refused with the list. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import { CAVEAT_KINDS, LEVELS, SMART_PARTS, LISTED_STATUSES } from '@pledgeline/contracts';
import { IsISO8601, IsOptional, Matches } from 'class-validator';
import { NO_CAVEAT } from '../../views/register/caveats.ts';
import {
  MemberStateFilter,
  CapabilityFilter,
  CategoryFilter,
  ConferenceFilter,
  ThemeFilter,
  OneOfFilter,
} from '../../answers/filters.request.ts';
import { PageRequest } from '../../answers/page.request.ts';

export class ListPledgesRequest extends PageRequest {
  @ConferenceFilter()
  conference?: string;

  @MemberStateFilter()
  memberState?: string;

  @CategoryFilter()
  category?: string;

  @CapabilityFilter()
  capabilityCode?: string;

  @ThemeFilter()
  theme?: string;

  @OneOfFilter(LISTED_STATUSES)
  status?: string;

  @OneOfFilter(LEVELS)
  level?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Something is due on or before this day.' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'due must be a day, as in 2026-12-31' })
  @IsISO8601({ strict: true })
  due?: string;

  @OneOfFilter(SMART_PARTS, {
    description: 'What the promise leaves unsaid: BY_WHEN lists those without a timeframe.',
  })
  missing?: string;

  @OneOfFilter([NO_CAVEAT, ...CAVEAT_KINDS], {
    description:
      'A caveat of this kind is open, or `none` is. For the Secretariat, and for a state about its own pledges.',
  })
  caveat?: string;

  @OneOfFilter(CAVEAT_KINDS, { description: 'No caveat of this kind is open. For the same readers.' })
  withoutCaveat?: string;
}
