/** The HTTP endpoints of pledges: the list, one with what may be done to it, its history, and what differs between two events. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { uuid } from '@pledgeline/request-fields';
import { examples } from '../../answers/path-parameters.ts';
import { PledgeDifferenceRequest } from './pledge-difference.request.ts';
import { PledgeHistoryRequest } from './pledge-history.request.ts';
import { PledgeRequest } from './pledge.request.ts';
import { ListPledgesRequest } from './pledges.request.ts';
import { pledgeDifference as pledgeDifferenceSchema } from './pledge-difference.schema.ts';
import { pledgeHistory as pledgeHistorySchema } from './pledge-history.schema.ts';
import { ApiListResponse } from '../../answers/format.request.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { getPledge } from './pledge-page.ts';
import { getPledgeDifference } from './pledge-difference.ts';
import { getPledgeHistory } from './pledge-history.ts';
import { listPledges } from './pledges-matching.ts';
import { pledgeList } from './pledge-list.schema.ts';
import * as schema from './pledge.schema.ts';

@ApiTags('pledges')
@Controller('pledges')
export class PledgesController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'listPledges',
    summary: 'Pledges that fit the filters, in the order asked for',
    description:
      'Lists pledges a page at a time, by their reference or as `sort` says. Filters are combined; a value outside a closed list is refused with the list. `total` counts all that fit.',
  })
  @ApiListResponse(pledgeList)
  list(@Query() query: ListPledgesRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listPledges, query, request);
  }

  @Get(':pledgeId')
  @ApiOperation({
    operationId: 'getPledge',
    summary: 'One pledge, and what the caller may do with it now',
    description:
      'Shows one pledge in full: its announcement, what has become of it, and the commands that the caller may send now with their addresses. `revision` is for `If-Match`.',
  })
  @ApiParam(examples.pledgeId)
  @ApiOkResponse({ schema: schema.pledgePage })
  async page(
    @Param('pledgeId', uuid) pledgeId: string,
    @Query() asOf: PledgeRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getPledge, Object.assign({ pledgeId }, asOf), request);
  }

  @Get(':pledgeId/history')
  @ApiOperation({
    operationId: 'getPledgeHistory',
    summary: 'The events of a pledge as recorded, with what each changed',
    description:
      'Lists the events of one pledge as they were recorded, the oldest or the newest first, of all types or of some. Events that the caller may not read are left out, so revisions, which are the true ones, may have gaps; `total` counts the others. Each says which fields of the page it changed, before and after. A correction stands at its own place and beside the event that it corrects.',
  })
  @ApiParam(examples.pledgeId)
  @ApiListResponse(pledgeHistorySchema)
  async history(
    @Param('pledgeId', uuid) pledgeId: string,
    @Query() query: PledgeHistoryRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getPledgeHistory, Object.assign({ pledgeId }, query), request);
  }

  @Get(':pledgeId/difference')
  @ApiOperation({
    operationId: 'getPledgeDifference',
    summary: 'The fields of a pledge that differ between two of its events',
    description:
      'Compares the pledge as it stood after one event with how it stood after a later one, each as it was recorded then and read on the day it was recorded, as `atRevision` of the pledge shows it. Each field that differs is there with both values and the last event in between that set it. What stands around a pledge is not compared.',
  })
  @ApiParam(examples.pledgeId)
  @ApiOkResponse({ schema: pledgeDifferenceSchema })
  async difference(
    @Param('pledgeId', uuid) pledgeId: string,
    @Query() { from, to }: PledgeDifferenceRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getPledgeDifference, { pledgeId, from, to }, request);
  }
}
