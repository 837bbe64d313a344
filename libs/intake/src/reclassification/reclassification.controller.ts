/** The HTTP operations that put a pledge under another code. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { ProposeReclassificationRequest, ReclassifyPledgeRequest } from './reclassification.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class ReclassificationController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('reclassification-proposals')
  @ApiOperation({
    operationId: 'ProposeReclassification',
    summary: 'Propose another code for a pledge',
    description:
      'Proposes another code of the taxonomy for a registered pledge, with the reason. Another person decides. The code that it has already is refused.',
  })
  propose(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { capabilityCode, reason, occurredOn }: ProposeReclassificationRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, capabilityCode, reason };
    const command = commandFor(commandContext, 'ProposeReclassification', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('reclassification')
  @ApiOperation({
    operationId: 'ReclassifyPledge',
    summary: 'Decide the code that another person proposed',
    description:
      'Puts the pledge under the code that another person proposed. On the other track it stands as a pledge that was just registered there. The one who proposed may not decide, and another code than the proposed one is refused.',
  })
  reclassify(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { capabilityCode, occurredOn }: ReclassifyPledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, capabilityCode };
    const command = commandFor(commandContext, 'ReclassifyPledge', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
