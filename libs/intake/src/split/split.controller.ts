/** The HTTP operation that splits a pledge. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { SplitPledgeRequest } from './split.request.ts';
import { parseAmount, parseBesideUnits, parseCount } from '../announcement/parse-figure.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class SplitController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('split')
  @ApiOperation({
    operationId: 'SplitPledge',
    summary: 'Go on as several pledges; what is left is one too',
    description:
      'Ends the pledge and goes on with at least two parts, each a pledge of its own. What the named parts leave over becomes a part too, so that nothing promised is lost. Parts of a unit, such as platoons, are measured by their persons where the pledge states its strength. Parts that come to more than the whole are refused; SFGC needs the consent of the state.',
  })
  split(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { children: named, consentReference = null, occurredOn }: SplitPledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const children = named.map(
      (
        { quantity, unit, strength, aircraft, amount, capabilityCode = null, description, coveredByAav },
        n,
      ) => ({
        pledgeId: createdId(commandContext, `child ${n} of ${pledgeId}`),
        quantity: parseCount(quantity, unit),
        ...parseBesideUnits({ strength, aircraft }),
        amount: parseAmount(amount, 'amount'),
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
