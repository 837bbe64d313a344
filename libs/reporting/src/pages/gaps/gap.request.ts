/** The filters of the gap board. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Length } from 'class-validator';
import { PageRequest } from '../../answers/page.request.ts';
import { CapabilityFilter, OneOfFilter } from '../../answers/filters.request.ts';
import { FILLS, GAP_STATES } from '../../views/gap-board.view.ts';

export class ListGapsRequest extends PageRequest {
  @ApiPropertyOptional({ example: 'MINUSCA' })
  @IsOptional()
  @Length(1, 100)
  mission?: string;

  @CapabilityFilter()
  capabilityCode?: string;

  @OneOfFilter(GAP_STATES)
  state?: string;

  /** Not for the public, which does not read it. */
  @OneOfFilter(FILLS)
  fill?: string;
}
