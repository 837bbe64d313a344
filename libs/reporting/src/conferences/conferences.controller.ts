/** The doors to conferences. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { conferenceList, conferencePage } from './conference.schema.ts';
import { MomentRequest, PageRequest } from '../answers/page.request.ts';
import { conferenceCode, examples } from '../answers/path-parameters.ts';
import { READ_MODELS } from '../read-models/read-models.ts';
import type { ReadModels } from '../read-models/read-models.ts';

@ApiTags('conferences')
@Controller('conferences')
export class ConferencesController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({ operationId: 'listConferences', summary: 'Conferences with published and own counts' })
  @ApiOkResponse({ schema: conferenceList })
  list(@Query() query: PageRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask('listConferences', query, request);
  }

  @Get(':code')
  @ApiOperation({ operationId: 'getConference', summary: 'One conference with published and own counts' })
  @ApiParam(examples.code)
  @ApiOkResponse({ schema: conferencePage })
  page(
    @Param('code', conferenceCode) code: string,
    @Query() moment: MomentRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask('getConference', Object.assign({ code }, moment), request);
  }
}
