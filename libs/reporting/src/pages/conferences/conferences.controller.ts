/** The HTTP endpoints of conferences. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { ListConferencesRequest } from './conference-list.request.ts';
import { conferenceList, conferencePage } from './conference.schema.ts';
import { AsOfRequest } from '../../answers/page.request.ts';
import { conferenceCode } from '@pledgeline/request-fields';
import { examples } from '../../answers/path-parameters.ts';
import { ApiListResponse } from '../../answers/format.request.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { getConference, listConferences } from './conferences-and-their-counts.ts';

@ApiTags('conferences')
@Controller('conferences')
export class ConferencesController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'listConferences',
    summary: 'Conferences with published and own counts',
    description:
      'Lists conferences with what was published of them, word for word, beside our own counts from the register.',
  })
  @ApiListResponse(conferenceList)
  list(@Query() query: ListConferencesRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listConferences, query, request);
  }

  @Get(':code')
  @ApiOperation({
    operationId: 'getConference',
    summary: 'One conference with published and own counts',
    description:
      'Shows one conference with what was published of it, word for word, beside our own counts from the register.',
  })
  @ApiParam(examples.code)
  @ApiOkResponse({ schema: conferencePage })
  page(
    @Param('code', conferenceCode) code: string,
    @Query() asOf: AsOfRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getConference, Object.assign({ code }, asOf), request);
  }
}
