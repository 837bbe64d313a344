/** The filters of the light-coordination board. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import { NEED_KINDS } from '@pledgeline/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { MemberStateFilter } from '../../answers/member-state.request.ts';
import { PageRequest } from '../../answers/page.request.ts';
import { NEED_STATES } from '../../views/need-board.view.ts';

export class ListNeedsRequest extends PageRequest {
  @ApiPropertyOptional({ enum: NEED_KINDS })
  @IsOptional()
  @IsIn(NEED_KINDS)
  kind?: string;

  @MemberStateFilter()
  memberState?: string;

  @ApiPropertyOptional({ enum: NEED_STATES })
  @IsOptional()
  @IsIn(NEED_STATES)
  state?: string;
}
