/** The filters of the work queue, of the gap board and of the diary of visits. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ROLES, VISIT_PURPOSES } from '@pledgeline/contracts';
import { IsIn, IsOptional, Length } from 'class-validator';
import { FILLS } from '../gaps/gap-board.projection.ts';
import { MemberStateFilter } from '../register/member-state.request.ts';
import { PageRequest } from '../answers/page.request.ts';
import { CapabilityFilter } from '../register/pledge-filters.request.ts';
import { TASK_KINDS } from './task.ts';
import { VISIT_STATES } from '../visits/visit-diary.projection.ts';

export class WorkQueueRequest extends PageRequest {
  @ApiPropertyOptional({ enum: ROLES, description: 'Whom the task waits for.', example: 'SFGC' })
  @IsOptional()
  @IsIn(ROLES)
  role?: string;

  @MemberStateFilter()
  memberState?: string;

  @ApiPropertyOptional({ enum: TASK_KINDS })
  @IsOptional()
  @IsIn(TASK_KINDS)
  kind?: string;
}

export class ListGapsRequest extends PageRequest {
  @ApiPropertyOptional({ example: 'MINUSCA' })
  @IsOptional()
  @Length(1, 100)
  mission?: string;

  @CapabilityFilter()
  capabilityCode?: string;

  @ApiPropertyOptional({ enum: FILLS })
  @IsOptional()
  @IsIn(FILLS)
  fill?: string;
}

export class ListRotationsRequest extends PageRequest {
  @MemberStateFilter()
  memberState?: string;
}

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
