/** The HTTP endpoints of the diary of visits. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { visitList, visitPage } from './visit.schema.ts';
import { ListVisitsRequest } from './visit.request.ts';
import { AsOfRequest } from '../../answers/page.request.ts';
import { uuid } from '@pledgeline/request-fields';
import { examples } from '../../answers/path-parameters.ts';
import { ApiListResponse } from '../../answers/format.request.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { getVisit, listVisits } from './visits-planned-and-held.ts';

@ApiTags('visits')
@Controller('visits')
export class VisitsController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'listVisits',
    summary: 'Visits planned and held; a state reads its own',
    description:
      'Lists visits that are planned or were held, with what they found and units whose outcome is missing.',
  })
  @ApiListResponse(visitList)
  async list(@Query() query: ListVisitsRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listVisits, query, request);
  }

  @Get(':visitId')
  @ApiOperation({
    operationId: 'getVisit',
    summary: 'One visit and what it found',
    description: 'Shows one visit with its units, what it found, and other open visits to one of them.',
  })
  @ApiParam(examples.visitId)
  @ApiOkResponse({ schema: visitPage })
  async page(
    @Param('visitId', uuid) visitId: string,
    @Query() asOf: AsOfRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getVisit, Object.assign({ visitId }, asOf), request);
  }
}
