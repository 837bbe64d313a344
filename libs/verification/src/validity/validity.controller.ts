/** The HTTP operation that renews a pledge. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { uuid } from '@pledgeline/request-fields';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { RenewPledgeRequest } from './validity.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class ValidityController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('renewals')
  @ApiOperation({
    operationId: 'RenewPledge',
    summary: 'Keep the offer open, or revive a lapsed one',
    description:
      'Keeps a capability on offer for up to six months after the end of its validity, again and again. A lapsed pledge can be revived for 12 months, and a unit that came home can be offered again. A longer renewal is refused.',
  })
  renew(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { validUntil = null, occurredOn }: RenewPledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'RenewPledge', { pledgeId, validUntil }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
