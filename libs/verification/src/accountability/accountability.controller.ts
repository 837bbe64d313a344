/** The HTTP operation by which a promise is closed. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, type CommandAnswer, type CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge, type PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { FulfilPledgeRequest } from './accountability.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class AccountabilityController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('fulfilment')
  @ApiOperation({
    operationId: 'FulfilPledge',
    summary: 'Close a pledge, in full or in part',
    description:
      'Closes the pledge: FULL makes it FULFILLED, PART makes it PARTIALLY_FULFILLED, and what still comes is taken. The share that was delivered is computed from what is recorded, along each dimension of the promise. FULL needs at least 90 per cent of each and is refused with NOT_DELIVERED otherwise. Where no number was promised, or it is a political act, it is judged, with a reason. A deployed unit is closed once the promised time is over. On the implementation track something must have been delivered, and in full only when every milestone is met.',
  })
  fulfil(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { as, reason = null, evidence, occurredOn }: FulfilPledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, as, reason, evidence: evidence ?? [], statedShare: null };
    return sendToPledge(
      this.pledges,
      commandContext,
      commandFor(commandContext, 'FulfilPledge', data, occurredOn),
    );
  }
}
