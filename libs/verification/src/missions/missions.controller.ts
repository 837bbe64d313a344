/** The HTTP operations for the calendar of missions. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, resolveMemberState } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { missionCode } from './mission-code.ts';
import { MISSION_COMMANDS, sendToMission } from './mission-commands.ts';
import type { MissionCommands } from './mission-commands.ts';
import {
  ChangeHostConsentRequest,
  RegisterMissionRequest,
  ScheduleMissionClosureRequest,
} from './mission.request.ts';

@ApiTags('missions')
@Controller('missions')
export class MissionsController {
  constructor(@Inject(MISSION_COMMANDS) private readonly missions: MissionCommands) {}

  @Post()
  @ApiOperation({
    operationId: 'RegisterMission',
    summary: 'Make a mission known',
    description:
      'Enters a mission under its code, with its host states and the end of its mandate. A code is registered once.',
  })
  register(
    @Body() { occurredOn, hostStates, mandatedUntil = null, ...body }: RegisterMissionRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const codes = hostStates.map((name) => resolveMemberState(name) ?? name);
    const data = { ...body, hostStates: codes, mandatedUntil };
    const command = commandFor(commandContext, 'RegisterMission', data, occurredOn);
    return sendToMission(this.missions, commandContext, command);
  }

  @Post(':mission/closure')
  @ApiOperation({
    operationId: 'ScheduleMissionClosure',
    summary: 'Say when the mission closes',
    description: 'Records the day on which a mission closes. Pledges tied to it are flagged from then on.',
  })
  close(
    @Param('mission', missionCode) code: string,
    @Body() { occurredOn, ...body }: ScheduleMissionClosureRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'ScheduleMissionClosure', { code, ...body }, occurredOn);
    return sendToMission(this.missions, commandContext, command);
  }

  @Post(':mission/host-consent')
  @ApiOperation({
    operationId: 'ChangeHostConsent',
    summary: 'Record that the host gave or withdrew its consent',
    description:
      'Records whether the host of a mission consents to it. Pledges tied to a mission without consent are flagged.',
  })
  consent(
    @Param('mission', missionCode) code: string,
    @Body() { occurredOn, ...body }: ChangeHostConsentRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'ChangeHostConsent', { code, ...body }, occurredOn);
    return sendToMission(this.missions, commandContext, command);
  }
}
