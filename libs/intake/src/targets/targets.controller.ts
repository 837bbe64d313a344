/** The HTTP operation by which a promise says what it aims at. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { targetInWords } from './target-in-words.ts';
import { StateTargetRequest } from './target.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class TargetsController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('targets')
  @ApiOperation({
    operationId: 'StateTarget',
    summary: 'State what the promise aims at',
    description:
      'Records the target of an indicator, as a number or as a multiple such as "double by 2027". A multiple is taken without its baseline, which the work queue then asks of the state (BASELINE_MISSING); once it is stated, the number follows. What was stated is changed with a reason, and stays beside the new target.',
  })
  state(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { target = null, factor, year, occurredOn, ...body }: StateTargetRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const said = target === null ? { value: null, factor: null, year: null } : inWords(target);
    const { indicator, baseline = null, baselineYear = null, source, reason = null } = body;
    const stated = { value: said.value, factor: factor ?? said.factor, year: year ?? said.year };
    const data = { pledgeId, indicator, ...stated, baseline, baselineYear, source, reason };
    const command = commandFor(commandContext, 'StateTarget', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}

/** @throws {Rejected} TARGET_UNCLEAR */
const inWords = (target: string | number) => {
  const said = targetInWords(target);
  if (said !== undefined) return said;
  throw new Rejected(
    'invalid',
    'TARGET_UNCLEAR',
    `"${target}" is neither a number nor a multiple such as "double".`,
    { field: 'target' },
  );
};
