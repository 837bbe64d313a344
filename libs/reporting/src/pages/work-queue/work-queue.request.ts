/** The filters of the work queue. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ROLES } from '@pledgeline/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { MemberStateFilter } from '../../answers/member-state.request.ts';
import { PageRequest } from '../../answers/page.request.ts';
import { TASK_KINDS } from './task.ts';

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
