/** The filters of the list of findings. */
import { FINDING_OUTCOMES, PERFORMANCE_RESULTS, PERFORMANCE_TOOLS } from '@pledgeline/contracts';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, Length, Matches } from 'class-validator';
import { CapabilityFilter, MemberStateFilter, OneOfFilter } from '../../answers/filters.request.ts';
import { PageRequest } from '../../answers/page.request.ts';

export class ListFindingsRequest extends PageRequest {
  @OneOfFilter(PERFORMANCE_TOOLS)
  tool?: string;

  @OneOfFilter(FINDING_OUTCOMES, { description: 'How far it has led.' })
  outcome?: string;

  @OneOfFilter(PERFORMANCE_RESULTS, { description: 'Of the whole assessment, where the reader may read it.' })
  result?: string;

  @MemberStateFilter()
  memberState?: string;

  @CapabilityFilter()
  capabilityCode?: string;

  @ApiPropertyOptional({ description: 'A code, or any name of the mission.', example: 'MINUSCA' })
  @IsOptional()
  @Length(1, 200)
  mission?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Assessed on this day or later.' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'from must be a day, as in 2026-01-31' })
  @IsISO8601({ strict: true }, { message: 'from must be a day of the calendar' })
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Assessed on this day or before.' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'to must be a day, as in 2026-01-31' })
  @IsISO8601({ strict: true }, { message: 'to must be a day of the calendar' })
  to?: string;
}
