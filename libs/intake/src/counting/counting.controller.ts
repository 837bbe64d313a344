/** The HTTP operations for the counting of a promise. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { CountAgainstRequest, DeclarePhasesRequest } from './counting.request.ts';
import { knownTotal } from './known-total.ts';
import { parseBesideUnits, parseCount, parseFigure, NOT_STATED } from '../announcement/parse-figure.ts';

/** A figure is money or a quantity, never both. */
const shareOf = (figure: ReturnType<typeof parseFigure>) => ({
  quantity: figure?.kind === 'COUNT' ? figure.quantity : null,
  money: figure?.kind === 'MONEY' ? figure.money : null,
});

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class CountingController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('total')
  @ApiOperation({
    operationId: 'CountAgainst',
    summary: 'Count the pledge as part of an earlier total',
    description:
      'Records that this pledge gives shape to an earlier total of the same state, so that the two are not added up. More than the total is allowed, and reports flag it. A pledge counts against one total, and never against itself.',
  })
  async countAgainst(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { totalId, kind, quantity, unit, occurredOn }: CountAgainstRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const total = await knownTotal(this.pledges, totalId);
    const data = { pledgeId, kind, totalId, ...shareOf(parseFigure(quantity, unit)), total };
    const command = commandFor(commandContext, 'CountAgainst', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('phases')
  @ApiOperation({
    operationId: 'DeclarePhases',
    summary: 'Say in which phases the promise comes',
    description:
      'Records in which phases the promise comes. Phases that include those before count by the highest, others by their sum. Phases that come to another figure than the promise are refused: the state amends that first.',
  })
  declarePhases(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { phases: stated, unit, cumulative, occurredOn }: DeclarePhasesRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const phases = stated.map(
      ({ name, quantity, strength, aircraft, from = null, to = null, condition = null }) => ({
        name,
        quantity: parseCount(quantity, unit) ?? NOT_STATED,
        ...parseBesideUnits({ strength, aircraft }),
        from,
        to,
        condition,
      }),
    );
    const command = commandFor(commandContext, 'DeclarePhases', { pledgeId, phases, cumulative }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
