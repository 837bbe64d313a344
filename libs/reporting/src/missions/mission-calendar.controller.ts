/** The doors to the calendar of missions. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { CallerRequest } from '@pledgeline/contracts';
import { MomentRequest } from '../answers/page.request.ts';
import { READ_MODELS } from '../read-models/read-models.ts';
import type { ReadModels } from '../read-models/read-models.ts';
import { missionList, missionPage } from './mission.schema.ts';
import { missionAndItsPledges, missions } from './missions-and-their-pledges.ts';
import type { MissionList, MissionPage } from './missions-and-their-pledges.ts';

@ApiTags('missions')
@Controller('missions')
export class MissionCalendarController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'listMissions',
    summary: 'Missions, until when they run, and the consent of their hosts',
  })
  @ApiOkResponse({ schema: missionList })
  list(@Query() moment: MomentRequest, @Req() { caller }: CallerRequest): Promise<MissionList> {
    return this.readModels.ask(moment, caller, missions);
  }

  @Get(':mission')
  @ApiOperation({ operationId: 'getMission', summary: 'One mission and the pledges tied to it' })
  @ApiParam({ name: 'mission', example: 'MINUSCA' })
  @ApiOkResponse({ schema: missionPage })
  one(
    @Param('mission') code: string,
    @Query() moment: MomentRequest,
    @Req() { caller }: CallerRequest,
  ): Promise<MissionPage> {
    return this.readModels.ask(moment, caller, (reading) => missionAndItsPledges(reading, code));
  }
}
