/** The filters of the list of ideas. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IDEA_KINDS } from '@pledgeline/contracts';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { AnyOfFilter, MemberStatesFilter } from '../../answers/filters.request.ts';
import type { OneOrMore } from '../../answers/one-or-more.ts';
import { PageRequest } from '../../answers/page.request.ts';
import { IDEA_STATES } from '../../views/idea-list.view.ts';

export class ListIdeasRequest extends PageRequest {
  @AnyOfFilter(IDEA_KINDS, { description: 'EXPECTED: for the Secretariat.' })
  kind?: OneOrMore;

  @ApiPropertyOptional({ example: '2021-prep-performance', description: 'Where it was raised.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  conference?: string;

  @MemberStatesFilter()
  memberState?: OneOrMore;

  @AnyOfFilter(IDEA_STATES)
  state?: OneOrMore;
}
