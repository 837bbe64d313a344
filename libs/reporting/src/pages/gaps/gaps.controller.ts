/** The HTTP endpoints of what missions seek. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { gapList, gapPage } from './gap.schema.ts';
import { ListGapsRequest } from './gap.request.ts';
import { AsOfRequest } from '../../answers/page.request.ts';
import { uuid } from '@pledgeline/request-fields';
import { examples } from '../../answers/path-parameters.ts';
import { ApiListResponse } from '../../answers/format.request.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
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
}
