/** The HTTP operations for the register of missions. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, mission, resolveMemberState } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { MISSION_COMMANDS, sendToMission } from './mission-commands.ts';
import type { MissionCommands } from './mission-commands.ts';
import {
  MISSION_REGISTER,
  missionOfPath,
  mustMeanNoOther,
  type MissionRegister,
} from './mission-register.ts';
import {
  AddMissionAliasRequest,
  ChangeHostConsentRequest,
  RegisterMissionRequest,
  ScheduleMissionClosureRequest,
} from './mission.request.ts';

@ApiTags('missions')
@Controller('missions')
export class MissionsController {
  constructor(
    @Inject(MISSION_COMMANDS) private readonly missions: MissionCommands,
    @Inject(MISSION_REGISTER) private readonly register: MissionRegister,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'RegisterMission',
    summary: 'Make a mission known',
    description:
      'Enters a mission under its code, with its other names, its host states and the end of its mandate. The missions of the United Nations since 1948 are known without. A code is registered once, and neither it nor a name may mean another mission.',
  })
  async enter(
    @Body() { occurredOn, hostStates, mandatedUntil = null, kind, aliases, ...body }: RegisterMissionRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const codes = hostStates.map((name) => resolveMemberState(name) ?? name);
    const data = {
      ...body,
      aliases: aliases ?? [],
      kind: kind ?? mission(body.code)?.kind ?? ('PEACEKEEPING' as const),
      hostStates: codes,
      mandatedUntil,
    };
    await mustMeanNoOther(this.register, 'code', [data.code], data.code);
    await mustMeanNoOther(this.register, 'name', [data.name], data.code);
    await mustMeanNoOther(this.register, 'aliases', data.aliases, data.code);
    const command = commandFor(commandContext, 'RegisterMission', data, occurredOn);
    return sendToMission(this.missions, commandContext, command);
  }

  @Post(':mission/aliases')
  @ApiOperation({
    operationId: 'AddMissionAlias',
    summary: 'Say that another name means the mission',
    description:
      'Adds a name that means the mission from now on. A name that means another mission is refused, and one that means this one already changes nothing.',
  })
  async addAlias(
    @Param('mission') written: string,
    @Body() { occurredOn, ...body }: AddMissionAliasRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const code = await missionOfPath(this.register, written);
    await mustMeanNoOther(this.register, 'alias', [body.alias], code);
    const command = commandFor(commandContext, 'AddMissionAlias', { code, ...body }, occurredOn);
    return sendToMission(this.missions, commandContext, command);
  }

  @Post(':mission/closure')
  @ApiOperation({
    operationId: 'ScheduleMissionClosure',
    summary: 'Say when the mission closes',
    description: 'Records the day on which a mission closes. Pledges tied to it are flagged from then on.',
  })
  async close(
    @Param('mission') written: string,
    @Body() { occurredOn, ...body }: ScheduleMissionClosureRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const code = await missionOfPath(this.register, written);
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
  async consent(
    @Param('mission') written: string,
    @Body() { occurredOn, ...body }: ChangeHostConsentRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const code = await missionOfPath(this.register, written);
    const command = commandFor(commandContext, 'ChangeHostConsent', { code, ...body }, occurredOn);
    return sendToMission(this.missions, commandContext, command);
  }
}
