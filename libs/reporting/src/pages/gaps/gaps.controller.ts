/** The HTTP endpoints of what missions seek. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { gapList, gapPage } from './gap.schema.ts';
import { ListGapsRequest } from './gap.request.ts';
import { AsOfRequest, PageRequest } from '../../answers/page.request.ts';
import { uuid } from '@pledgeline/request-fields';
import { examples } from '../../answers/path-parameters.ts';
import { ApiListResponse } from '../../answers/format.request.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { listCandidates } from './candidates.ts';
import { candidateList } from './candidates.schema.ts';
import { getGap, listGaps } from './gaps-and-what-fills-them.ts';

@ApiTags('gaps')
@Controller('gaps')
export class GapsController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'listGaps',
    summary: 'Gaps with what fills them, in the order of publication',
    description: 'Lists what missions seek and what fills it so far, in the order of publication.',
  })
  @ApiListResponse(gapList)
  async list(@Query() query: ListGapsRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listGaps, query, request);
  }

  @Get(':gapId')
  @ApiOperation({
    operationId: 'getGap',
    summary: 'One gap with what fills it',
    description: 'Shows one gap with its reservations: which pledges fill it, and how many are left.',
  })
  @ApiParam(examples.gapId)
  @ApiOkResponse({ schema: gapPage })
  async page(
    @Param('gapId', uuid) gapId: string,
    @Query() asOf: AsOfRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getGap, Object.assign({ gapId }, asOf), request);
  }

  @Get(':gapId/candidates')
  @ApiOperation({
    operationId: 'listCandidates',
    summary: 'Pledges that could fill a gap, and what stands in the way of each',
    description:
      'Lists the pledges of the code of the gap, or of one that it takes in its place, that are not chosen for anything yet, by state and reference. Each says what would refuse its match or its selection, and whether it comes in time. A gap that is closed or filled says so, and its candidates are listed all the same.',
  })
  @ApiParam(examples.gapId)
  @ApiListResponse(candidateList)
  candidates(
    @Param('gapId', uuid) gapId: string,
    @Query() query: PageRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(listCandidates, Object.assign({ gapId }, query), request);
  }
}
