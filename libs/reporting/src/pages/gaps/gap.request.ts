/** The filters of the gap board. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Length } from 'class-validator';
import { PageRequest } from '../../answers/page.request.ts';
import { CapabilityFilter, OneOfFilter } from '../../answers/filters.request.ts';
import { FILLS } from '../../views/gap-board.view.ts';

export class ListGapsRequest extends PageRequest {
  @ApiPropertyOptional({ example: 'MINUSCA' })
  @IsOptional()
  @Length(1, 100)
  mission?: string;

  @CapabilityFilter()
  capabilityCode?: string;

  @OneOfFilter(FILLS)
  fill?: string;
}
