/** The filters of the gap board. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Length } from 'class-validator';
import { PageRequest } from '../../answers/page.request.ts';
import { CapabilityFilter } from '../../answers/pledge-filters.request.ts';
import { FILLS } from '../../views/gap-board.view.ts';

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
