/** The HTTP operations for caveats: declared, found, talked about and lifted. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import {
  DeclareCaveatRequest,
  DiscoverCaveatRequest,
  LiftCaveatRequest,
  NoteCaveatTalkRequest,
} from './caveats.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class CaveatsController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

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
    summary: 'Give up a caveat, as FGS or PD confirmed',
    description:
      'Records that the state gives up a limit, with the reference by which FGS or PD confirmed it. A caveat that is not known or was lifted is refused.',
  })
  lift(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('caveatId', uuid) caveatId: string,
    @Body() { confirmationReference, occurredOn }: LiftCaveatRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, caveatId, confirmationReference };
    const command = commandFor(commandContext, 'LiftCaveat', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('caveats/:caveatId/talks')
  @ApiOperation({
    operationId: 'NoteCaveatTalk',
    summary: 'Note what was said about a caveat, internally',
    description:
      'Keeps a note of what was said about a caveat, open or lifted. It is internal to the Secretariat.',
  })
  noteTalk(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('caveatId', uuid) caveatId: string,
    @Body() { text, occurredOn }: NoteCaveatTalkRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'NoteCaveatTalk', { pledgeId, caveatId, text }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
