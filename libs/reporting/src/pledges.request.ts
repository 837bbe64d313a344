/** The filters of the list of pledges and of the progress report. A value outside a closed list is refused with the list. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  capabilities,
  categories,
  CAVEAT_KINDS,
  LEVELS,
  SMART_PARTS,
  STATUSES,
  TAGS,
} from '@pledgeline/contracts';
import { IsIn, IsISO8601, IsOptional, Length, Matches } from 'class-validator';
import { NO_CAVEAT } from './caveats.ts';
import { MemberStateFilter } from './member-state.request.ts';
import { PageRequest, MomentRequest } from './page.request.ts';

const CODES = capabilities.map(({ code }) => code);

export class ListPledgesRequest extends PageRequest {
  @ApiPropertyOptional({ description: 'A code, or `none` for pledges made outside any conference.' })
  @IsOptional()
  @Length(1, 100)
  conference?: string;

  @MemberStateFilter()
  memberState?: string;

  @ApiPropertyOptional({ enum: categories })
  @IsOptional()
  @IsIn(categories)
  category?: string;

  @ApiPropertyOptional({ enum: CODES })
  @IsOptional()
  @IsIn(CODES)
  capabilityCode?: string;

  @ApiPropertyOptional({
    enum: TAGS,
    description: 'Of its capability, of its announcement, or as the desk tagged it.',
  })
  @IsOptional()
  @IsIn(TAGS)
  theme?: string;

  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: string;

  @ApiPropertyOptional({ enum: LEVELS })
  @IsOptional()
  @IsIn(LEVELS)
  level?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Something is due on or before this day.' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'due must be a day, as in 2026-12-31' })
  @IsISO8601({ strict: true })
  due?: string;

  @ApiPropertyOptional({
    enum: SMART_PARTS,
    description: 'What the promise leaves unsaid: BY_WHEN lists those without a timeframe.',
  })
  @IsOptional()
  @IsIn(SMART_PARTS)
  missing?: string;

  @ApiPropertyOptional({
    enum: [NO_CAVEAT, ...CAVEAT_KINDS],
    description:
      'A caveat of this kind is open, or `none` is. For the Secretariat, and for a state about its own pledges.',
  })
  @IsOptional()
  @IsIn([NO_CAVEAT, ...CAVEAT_KINDS])
  caveat?: string;

  @ApiPropertyOptional({
    enum: CAVEAT_KINDS,
    description: 'No caveat of this kind is open. For the same readers.',
  })
  @IsOptional()
  @IsIn(CAVEAT_KINDS)
  withoutCaveat?: string;
}

export class ProgressRequest extends MomentRequest {
  @ApiPropertyOptional({ description: 'A code, or `none` for pledges made outside any conference.' })
  @IsOptional()
  @Length(1, 100)
  conference?: string;

  @MemberStateFilter()
  memberState?: string;

  @ApiPropertyOptional({ enum: categories })
  @IsOptional()
  @IsIn(categories)
  category?: string;
}
