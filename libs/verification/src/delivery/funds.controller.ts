/** The HTTP operations for money: pledged, committed, received, each step in its own currency. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, implementingBodyOf } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { FundsRequest } from './funds.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class FundsController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('funds-pledged')
  @ApiOperation({
    operationId: 'PledgeFunds',
    summary: 'Note money that was promised',
    description:
      'Records an amount that the state promised, in its own currency; no currency is turned into another.',
  })
  pledge(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() body: FundsRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'PledgeFunds', moneyOf(pledgeId, body), body.occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('funds-committed')
  @ApiOperation({
    operationId: 'CommitFunds',
    summary: 'Note money that an agreement binds',
    description: 'Records an amount that a named agreement binds, in its own currency.',
  })
  commit(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() body: FundsRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'CommitFunds', moneyOf(pledgeId, body), body.occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('funds-received')
  @ApiOperation({
    operationId: 'ReceiveFunds',
    summary: 'Note money that arrived',
    description:
      'Records an amount that arrived, in its own currency. More than was committed in that currency needs a note that says why.',
  })
  receive(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() body: FundsRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'ReceiveFunds', moneyOf(pledgeId, body), body.occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}

const moneyOf = (pledgeId: string, { occurredOn: _, amount, currency, ...said }: FundsRequest) => ({
  pledgeId,
  amount,
  currency,
  fund: said.fund ? implementingBodyOf(said.fund) : null,
  funder: said.funder ?? null,
  funding: said.funding ?? null,
  trancheYear: said.trancheYear ?? null,
  agreementReference: said.agreementReference ?? null,
  note: said.note ?? null,
});
