/** The HTTP operations for caveats: declared, found, talked about and lifted. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { missionClosesOn, commandFor, createdId, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { CommandOf, PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { MISSION_COMMANDS, type MissionCommands } from '../missions/mission-commands.ts';
import {
  ConfirmCaveatLiftingRequest,
  DeclareCaveatRequest,
  DiscoverCaveatRequest,
  LiftCaveatRequest,
  NoteCaveatTalkRequest,
  RefuseCaveatLiftingRequest,
} from './caveats.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class CaveatsController {
  constructor(
    @Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands,
    @Inject(MISSION_COMMANDS) private readonly missions: MissionCommands,
  ) {}

  @Post('caveats')
  @ApiOperation({
    operationId: 'DeclareCaveat',
    summary: 'Name a limit on the use of the own unit',
    description:
      'Records a limit that the state sets to the use of its unit. A blocking one must be lifted, or accepted in writing, before the selection. Its visibility is member states and Secretariat; `internal` keeps it between the state and the Secretariat.',
  })
  declare(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, ...body }: DeclareCaveatRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const caveatId = createdId(commandContext, 'caveat');
    const data = { pledgeId, caveatId, ...body, internal: body.internal ?? false };
    const command = commandFor(commandContext, 'DeclareCaveat', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('caveat-discoveries')
  @ApiOperation({
    operationId: 'DiscoverCaveat',
    summary: 'Report a limit that the state had not declared',
    description:
      'Records a limit that showed in the mission and that the state had not declared, with the day and the source. The state itself declares its caveats instead.',
  })
  discover(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, ...body }: DiscoverCaveatRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, caveatId: createdId(commandContext, 'caveat'), ...body };
    const command = commandFor(commandContext, 'DiscoverCaveat', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('caveats/:caveatId/lifting')
  @ApiOperation({
    operationId: 'LiftCaveat',
    summary: 'Give up a caveat',
    description:
      'Records that the state gives up a limit, with the reference of its paper. One that is not blocking is lifted by that. A blocking one stays until FGS (military units) or PD (police units) has confirmed it, and the role that found it where it was not declared. A caveat that is not known or was lifted is refused.',
  })
  lift(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('caveatId', uuid) caveatId: string,
    @Body() { confirmationReference, occurredOn }: LiftCaveatRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, caveatId, confirmationReference, atOnce: false };
    const command = commandFor(commandContext, 'LiftCaveat', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('caveats/:caveatId/lifting-confirmations')
  @ApiOperation({
    operationId: 'ConfirmCaveatLifting',
    summary: 'Confirm that a blocking caveat is lifted',
    description:
      'Records that FGS, PD or the role that found the caveat confirms what the state gave up. The last confirmation that is needed lifts it. That of a mission is not needed once the register says that the mission has closed; what it said is kept. Whoever recorded the word of the state is refused as SAME_PERSON.',
  })
  async confirmLifting(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('caveatId', uuid) caveatId: string,
    @Body() { confirmationReference, occurredOn }: ConfirmCaveatLiftingRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const mission = await this.missionBehind(pledgeId, caveatId);
    const data = { pledgeId, caveatId, confirmationReference, mission };
    const command = commandFor(commandContext, 'ConfirmCaveatLifting', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('caveats/:caveatId/lifting-refusals')
  @ApiOperation({
    operationId: 'RefuseCaveatLifting',
    summary: 'Do not confirm that a blocking caveat is lifted',
    description:
      'Records why FGS, PD or the role that found the caveat does not confirm what the state gave up. The caveat stays; the state reads the reason and may give it up anew.',
  })
  refuseLifting(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('caveatId', uuid) caveatId: string,
    @Body() { reason, occurredOn }: RefuseCaveatLiftingRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, caveatId, reason };
    const command = commandFor(commandContext, 'RefuseCaveatLifting', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('caveats/:caveatId/talks')
  @ApiOperation({
    operationId: 'NoteCaveatTalk',
    summary: 'Note what was said about a caveat, internally',
    description:
      'Keeps a note of what was said about a caveat, open or lifted. It is internal to the Secretariat. Under the Chatham House Rule no event, answer or topic has a name, not even of who noted it.',
  })
  noteTalk(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('caveatId', uuid) caveatId: string,
    @Body() { text, chathamHouse, occurredOn }: NoteCaveatTalkRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, caveatId, text, chathamHouse: chathamHouse ?? false };
    const command = commandFor(commandContext, 'NoteCaveatTalk', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  /** What the register says of the mission in which the caveat was found. */
  private async missionBehind(
    pledgeId: string,
    caveatId: string,
  ): Promise<CommandOf<'ConfirmCaveatLifting'>['data']['mission']> {
    const { state: pledge } = await this.pledges.load(streamName('pledge', pledgeId));
    const code = pledge.caveats.find((caveat) => caveat.caveatId === caveatId)?.foundIn ?? null;
    if (code === null) return null;
    const { state: mission } = await this.missions.load(streamName('mission', code));
    return { code, closesOn: missionClosesOn(code, mission.closesOn) };
  }
}
