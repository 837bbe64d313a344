/** The HTTP operations for acts that an officer recorded for a state or a body, and that need another officer. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { RejectActRequest } from './acts.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId/acts/:actId')
export class ActsController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

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
