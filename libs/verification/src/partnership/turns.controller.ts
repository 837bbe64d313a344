/** The HTTP operation for states that hold one capability in turn. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, resolveMemberState } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { AgreeTurnsRequest } from './turns.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId/turns')
export class TurnsController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post()
  @ApiOperation({
    operationId: 'AgreeTurns',
    summary: 'Agree which state is in place when; replaces the list',
    description:
      'Records which state of a rotation is in place when, as one list that replaces the one before. Turns follow each other; two states overlap by 30 days at most. Time without a state is allowed and flagged.',
  })
  agree(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { turns, occurredOn }: AgreeTurnsRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const named = turns.map(({ state, from, to }) => ({
      state: resolveMemberState(state) ?? state,
      from,
      to,
    }));
    const command = commandFor(commandContext, 'AgreeTurns', { pledgeId, turns: named }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
