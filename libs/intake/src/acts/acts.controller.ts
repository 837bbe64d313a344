/** The HTTP operations for acts that an officer recorded for a state or a body, and that need another officer. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { ObjectToActRequest, RejectActRequest } from './acts.request.ts';
import { OBJECTING, type Objecting } from './objecting.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId/acts/:actId')
export class ActsController {
  constructor(
    @Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands,
    @Inject(OBJECTING) private readonly objecting: Objecting,
  ) {}

  @Post('approval')
  @ApiOperation({
    operationId: 'ApproveAct',
    summary: 'Approve what another officer recorded for a state or body',
    description:
      'Carries out an act that another officer recorded and that takes back, lowers or consents. The act is decided as of now and counts on the day of its paper. The one who recorded it may not approve it.',
  })
  approve(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('actId', uuid) actId: string,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'ApproveAct', { pledgeId, actId });
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('objection')
  @ApiOperation({
    operationId: 'ObjectToAct',
    summary: 'Say that an act recorded for the state is not its own',
    description:
      'Marks the events of the act at once, and asks a records officer to put them right as `changes` says, or to strike them where `wholeAct` is true. Where later events stand in the way, the objection stands with their list. An act that was not approved yet ends. Once for each act.',
  })
  object(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('actId', uuid) actId: string,
    @Body() { wholeAct, reason, changes }: ObjectToActRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const asked = (changes ?? []).map(({ field, new: value = null }) => ({ field, new: value }));
    const said = { pledgeId, actId, wholeAct, reason, asked };
    const correctionId = createdId(commandContext, 'correction');
    const annulmentId = createdId(commandContext, 'annulment');
    return this.objecting(commandContext, { ...said, correctionId, annulmentId });
  }

  @Post('rejection')
  @ApiOperation({
    operationId: 'RejectAct',
    summary: 'Turn down what was recorded for a state or body',
    description:
      'Turns down an act that waits for a second officer, with a reason. The one who recorded it may do so too.',
  })
  reject(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('actId', uuid) actId: string,
    @Body() { reason }: RejectActRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'RejectAct', { pledgeId, actId, reason });
    return sendToPledge(this.pledges, commandContext, command);
  }
}
