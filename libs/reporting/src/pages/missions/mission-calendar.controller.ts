/** The HTTP endpoints of the calendar of missions. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { AsOfRequest } from '../../answers/page.request.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
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
      'Lists missions with their host states, the end of their mandate, their closure and whether the host consents.',
  })
  @ApiOkResponse({ schema: missionList })
  list(@Query() asOf: AsOfRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listMissions, asOf, request);
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
