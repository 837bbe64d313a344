/** The HTTP operation that withdraws a pledge. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { WithdrawPledgeRequest } from './validity.request.ts';
import { uuid } from '@pledgeline/request-fields';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class ValidityController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('withdrawal')
  @ApiOperation({
    operationId: 'WithdrawPledge',
    summary: 'Take a pledge back',
    description:
      'Ends the pledge at the word of its state, with a reason. What gaps held for it is released. A unit in the mission is repatriated instead, and a second withdrawal is refused.',
  })
  withdraw(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { reason, source = null, occurredOn }: WithdrawPledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'WithdrawPledge', { pledgeId, reason, source }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
