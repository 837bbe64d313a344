/** The HTTP operations for the level of a unit. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { uuid } from '@pledgeline/request-fields';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { AttainLevelRequest, DowngradeLevelRequest } from './readiness.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class ReadinessController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('levels')
  @ApiOperation({
    operationId: 'AttainLevel',
    summary: 'Raise the unit to the next level',
    description:
      'Raises the unit by one level. Level 2 needs a successful visit that still counts, Level 3 also the requirement, the load list and the alignment, and the Rapid Deployment Level a verification, an agreement and a deployment within 60 days. No level can be skipped.',
  })
  attainLevel(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { level, occurredOn, ...body }: AttainLevelRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const { surReference = null, alignmentReference = null, agreementReference = null } = body;
    const { deployWithinDays = null, confirmedBy = null } = body;
    const references = { surReference, alignmentReference, agreementReference, confirmedBy };
    const data = { pledgeId, level, deployWithinDays, ...references };
    return sendToPledge(
      this.pledges,
      commandContext,
      commandFor(commandContext, 'AttainLevel', data, occurredOn),
    );
  }

  @Post('level-downgrades')
  @ApiOperation({
    operationId: 'DowngradeLevel',
    summary: 'Lower the unit to a level it still deserves',
    description:
      'Lowers the unit to a level below, for a reason of the list. A unit that is selected or later needs the consent of FGS or PD.',
  })
  downgradeLevel(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { level, reason, consentReference = null, occurredOn }: DowngradeLevelRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, level, reason, consentReference };
    const command = commandFor(commandContext, 'DowngradeLevel', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
