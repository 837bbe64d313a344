/** The HTTP endpoints of the calendar of missions. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { AsOfRequest } from '../../answers/page.request.ts';
import { ApiListResponse } from '../../answers/format.request.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { ListMissionsRequest } from './mission.request.ts';
import { missionList, missionPage } from './mission.schema.ts';
import { getMission, listMissions } from './missions-and-their-pledges.ts';

@ApiTags('missions')
@Controller('missions')
export class MissionCalendarController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'listMissions',
    summary: 'Missions, until when they run, and the consent of their hosts',
    description:
      'Lists all missions of the United Nations since 1948, those that it supports, and its offices and bases; with what the desk has entered: other names, the end of the mandate, the closure, and whether the host consents.',
  })
  @ApiListResponse(missionList)
  list(@Query() query: ListMissionsRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listMissions, query, request);
  }

  @Get(':mission')
  @ApiOperation({
    operationId: 'getMission',
    summary: 'One mission and the pledges tied to it',
    description:
      'Shows one mission with the pledges tied to it by deployment, selection, match or their own words. A pledge is flagged where the mission closes or its host does not consent.',
  })
  @ApiParam({ name: 'mission', example: 'MINUSCA' })
  @ApiOkResponse({ schema: missionPage })
  one(
    @Param('mission') code: string,
    @Query() asOf: AsOfRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getMission, Object.assign({ code }, asOf), request);
  }
}
