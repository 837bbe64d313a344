/** The HTTP endpoints of the light-coordination board. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { AsOfRequest } from '../../answers/page.request.ts';
import { uuid } from '@pledgeline/request-fields';
import { ApiListResponse } from '../../answers/format.request.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { ListNeedsRequest } from './need.request.ts';
import { needList, needPage } from './need.schema.ts';
import { getNeed, listNeeds } from './needs-and-offers.ts';

@ApiTags('needs')
@Controller('needs')
export class NeedBoardController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'listNeeds',
    summary: 'Needs for training or help, and the offers to them',
    description: 'Lists needs for training or help, each with the offers made to it and what became of them.',
  })
  @ApiListResponse(needList)
  list(@Query() query: ListNeedsRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listNeeds, query, request);
  }

  @Get(':needId')
  @ApiOperation({
    operationId: 'getNeed',
    summary: 'One need with its offers',
    description: 'Shows one need with the offers made to it and what became of them.',
  })
  @ApiParam({ name: 'needId', format: 'uuid' })
  @ApiOkResponse({ schema: needPage })
  one(
    @Param('needId', uuid) needId: string,
    @Query() asOf: AsOfRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getNeed, Object.assign({ needId }, asOf), request);
  }
}
