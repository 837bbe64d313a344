/** The HTTP operation by which the desk decides about an announcement that was flagged as a repeat, or could not be checked. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { mustNotBeVoid, PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommandData, PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { DecideRepeatRequest } from './standing.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class StandingController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('repeat-decision')
  @ApiOperation({
    operationId: 'DecideRepeat',
    summary: 'Decide whether an announcement repeats another',
    description:
      'Announcements of before version 3 may be flagged as entered although the same offer was known; they count as repeats until the desk decides. Others could not be checked when they were entered (`notChecked` of the answer), and count as new. An additional offer counts as new from the day of the decision on; a repeat names the pledge that it repeats. It is decided once, also of a pledge that is closed.',
  })
  async decide(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { decision, repeats = null, reason, occurredOn }: DecideRepeatRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, decision, repeats, reason, other: await this.#known(repeats) };
    const command = commandFor(commandContext, 'DecideRepeat', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  async #known(pledgeId: string | null): Promise<PledgeCommandData['DecideRepeat']['other']> {
    if (pledgeId === null) return null;
    const { state } = await this.pledges.load(streamName('pledge', pledgeId));
    mustNotBeVoid(state, 'repeats');
    const { status, memberState, repeat } = state;
    return status === null ? null : { memberState, repeats: repeat?.repeats ?? null };
  }
}
