/** The HTTP operations that suspend and resume a pledge. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { ResumePledgeRequest, SuspendPledgeRequest } from './suspension.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class SuspensionController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('suspensions')
  @ApiOperation({
    operationId: 'SuspendPledge',
    summary: 'What is delivered rests for a while',
    description:
      'Records that what is delivered rests for a while, and why. The status stays. A pledge that rests already is refused.',
  })
  suspend(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { reason, occurredOn }: SuspendPledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'SuspendPledge', { pledgeId, reason }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('resumption')
  @ApiOperation({
    operationId: 'ResumePledge',
    summary: 'It goes on again',
    description: 'Records that what rested goes on. A pledge that does not rest is refused.',
  })
  resume(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn }: ResumePledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'ResumePledge', { pledgeId }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
