/** The filters of the list of ideas. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IDEA_KINDS } from '@pledgeline/contracts';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { MemberStateFilter, OneOfFilter } from '../../answers/filters.request.ts';
import { PageRequest } from '../../answers/page.request.ts';
import { IDEA_STATES } from '../../views/idea-list.view.ts';

export class ListIdeasRequest extends PageRequest {
  @OneOfFilter(IDEA_KINDS, { description: 'EXPECTED: for the Secretariat.' })
  kind?: string;

  @ApiPropertyOptional({ example: '2021-prep-performance', description: 'Where it was raised.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  conference?: string;

  @MemberStateFilter()
  memberState?: string;

  @OneOfFilter(IDEA_STATES)
  state?: string;
}
