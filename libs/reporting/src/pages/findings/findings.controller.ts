/** The HTTP endpoints of findings about units. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { uuid } from '@pledgeline/request-fields';
import { ApiListResponse } from '../../answers/format.request.ts';
import { AsOfRequest } from '../../answers/page.request.ts';
import { examples } from '../../answers/path-parameters.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { ListFindingsRequest } from './finding.request.ts';
import { findingList, findingPage } from './finding.schema.ts';
import { getFinding, listFindings } from './findings.ts';

@ApiTags('findings')
@Controller()
export class FindingsController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get('findings')
  @ApiOperation({
    operationId: 'listFindings',
    summary: 'What was found about units, by tool and by outcome',
    description:
      'Lists findings of the tools of the performance framework (IPPAF), CPAS among them, newest first, as JSON with counts by tool, outcome and result, or as CSV with a line for each. A state finds those about its own units; partners those that a state lets their trainers read, while it does.',
  })
  @ApiListResponse(findingList)
  list(@Query() query: ListFindingsRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listFindings, query, request);
  }

  @Get('pledges/:pledgeId/findings/:findingId')
  @ApiOperation({
    operationId: 'getFinding',
    summary: 'One finding, with the unit and what it led to',
    description:
      'Shows one finding with what came before and after: the unit, the need, the pledges, the courses and their evaluations, each as far as the caller may read it. A finding that he may not read is answered as one that does not exist.',
  })
  @ApiParam(examples.pledgeId)
  @ApiParam({ name: 'findingId', format: 'uuid' })
  @ApiOkResponse({ schema: findingPage })
  one(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('findingId', uuid) findingId: string,
    @Query() asOf: AsOfRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getFinding, Object.assign({ pledgeId, findingId }, asOf), request);
  }
}
