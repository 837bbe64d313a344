/** The filters of the diary of visits. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import { VISIT_PURPOSES } from '@pledgeline/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { MemberStateFilter } from '../../answers/member-state.request.ts';
import { PageRequest } from '../../answers/page.request.ts';
import { VISIT_STATES } from '../../views/visit-diary.view.ts';

export class ListVisitsRequest extends PageRequest {
  @MemberStateFilter()
  memberState?: string;

  @ApiPropertyOptional({ enum: VISIT_PURPOSES })
  @IsOptional()
  @IsIn(VISIT_PURPOSES)
  purpose?: string;

  @ApiPropertyOptional({ enum: VISIT_STATES })
  @IsOptional()
  @IsIn(VISIT_STATES)
  state?: string;
}
