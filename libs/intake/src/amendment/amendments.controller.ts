/** The door for a state that changes what it promised, or in how many parts. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { AmendPledgeRequest } from './amendment.request.ts';
import { SplitPledgeRequest } from '../split-and-merge/split.request.ts';
import { amountOf, countOf } from '../announcement/stated-figure.ts';
import { changeOf } from './stated-change.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class AmendmentsController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('amendments')
  @ApiOperation({
    operationId: 'AmendPledge',
    summary: 'Change what was promised, by fields',
    description:
      'Changes what the state promises, field by field, each with its old and its new value. An old value that no longer holds is refused as STALE_VALUE. A strength above the requirement or below the signed memorandum needs the consent of FGS, PD or DOS; the figures of a deployed unit stay.',
  })
  amend(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { changes, reason, source, consentReference = null, occurredOn }: AmendPledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, changes: changes.map(changeOf), reason, source, consentReference };
    const command = commandFor(commandContext, 'AmendPledge', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('split')
  @ApiOperation({
    operationId: 'SplitPledge',
    summary: 'Go on as several pledges; what is left is one too',
    description:
      'Ends the pledge and goes on with at least two parts, each a pledge of its own. What the named parts leave over becomes a part too, so that nothing promised is lost. Parts that come to more than the whole are refused; SFGC needs the consent of the state.',
  })
  split(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { children: named, consentReference = null, occurredOn }: SplitPledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const children = named.map(
      ({ quantity, unit, amount, capabilityCode = null, description, coveredByAav }, n) => ({
        pledgeId: createdId(commandContext, `child ${n} of ${pledgeId}`),
        quantity: countOf(quantity, unit),
        amount: amountOf(amount, 'amount'),
        capabilityCode,
        description,
        coveredByAav: coveredByAav ?? false,
      }),
    );
    const restId = createdId(commandContext, `rest of ${pledgeId}`);
    const data = { pledgeId, children, restId, consentReference };
    return sendToPledge(
      this.pledges,
      commandContext,
      commandFor(commandContext, 'SplitPledge', data, occurredOn),
    );
  }
}
