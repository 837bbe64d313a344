/** The doors to conferences. */
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { conferenceList, conferencePage } from './conference.schema.ts';
import { conferenceAndItsCounts, conferencesAndTheirCounts } from './conferences-and-their-counts.ts';
import type { ConferenceAnswer, ConferenceList } from './conferences-and-their-counts.ts';
import { MomentRequest, PageRequest } from './page.request.ts';
import { conferenceCode, examples } from './path-parameters.ts';
import { READ_MODELS } from './read-models.ts';
import type { ReadModels } from './read-models.ts';

@ApiTags('conferences')
@Controller('conferences')
export class ConferencesController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({ operationId: 'listConferences', summary: 'Conferences with published and own counts' })
  @ApiOkResponse({ schema: conferenceList })
  list(@Query() query: PageRequest): Promise<ConferenceList> {
    return this.readModels.ask(query, (reading) => conferencesAndTheirCounts(reading, query));
  }

  @Get(':code')
  @ApiOperation({ operationId: 'getConference', summary: 'One conference with published and own counts' })
  @ApiParam(examples.code)
  @ApiOkResponse({ schema: conferencePage })
  page(
    @Param('code', conferenceCode) code: string,
    @Query() moment: MomentRequest,
  ): Promise<ConferenceAnswer> {
    return this.readModels.ask(moment, (reading) => conferenceAndItsCounts(reading, code));
  }
}
