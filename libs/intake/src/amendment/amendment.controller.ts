/** The HTTP operation by which a state amends its promise. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { mustBeUnit } from '../announcement/older-pledges.ts';
import { AmendPledgeRequest } from './amendment.request.ts';
import { parseChange } from './parse-change.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class AmendmentController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('amendments')
  @ApiOperation({
    operationId: 'AmendPledge',
    summary: 'Change what was promised, by fields',
    description:
      'Changes what the state promises, field by field, each with its old and its new value. An old value that no longer holds is refused as STALE_VALUE. A strength above the requirement or below the signed memorandum needs the consent of FGS, PD or DOS; the figures of a deployed unit stay. Money in another currency comes with the rate of its conversion and the day of that rate.',
  })
  async amend(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body()
    { changes, reason, source, consentReference = null, conversion = null, occurredOn }: AmendPledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const parsed = changes.map(parseChange);
    const unit = parsed.find(({ field }) => field === 'terms.partOfUnit')?.new;
    if (typeof unit === 'string') await mustBeUnit(unit, pledgeId, this.pledges);
    const data = {
      pledgeId,
      changes: parsed,
      reason,
      source,
      consentReference,
      conversion,
    };
    const command = commandFor(commandContext, 'AmendPledge', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
