/** The HTTP operations for the conditions of a promise. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { DeclareConditionRequest, SettleConditionRequest } from './conditions.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId/conditions')
export class ConditionsController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post()
  @ApiOperation({
    operationId: 'DeclareCondition',
    summary: 'Say what the promise depends on',
    description:
      'Records what the state makes its promise depend on, in its own words. The pledge goes on; the desk later records whether the condition was met.',
  })
  declare(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { text, occurredOn }: DeclareConditionRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, conditionId: createdId(commandContext, 'condition'), text };
    const command = commandFor(commandContext, 'DeclareCondition', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post(':conditionId/fulfilment')
  @ApiOperation({
    operationId: 'MeetCondition',
    summary: 'Say that a condition came true',
    description:
      'Records that a condition was met, with the evidence. A condition is settled once: an error is corrected, not overwritten.',
  })
  meet(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('conditionId', uuid) conditionId: string,
    @Body() { evidence, occurredOn }: SettleConditionRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, conditionId, evidence };
    const command = commandFor(commandContext, 'MeetCondition', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post(':conditionId/failure')
  @ApiOperation({
    operationId: 'FailCondition',
    summary: 'Say that a condition did not come true',
    description:
      'Records that a condition was not met, with the evidence. The pledge stays as it is: its state withdraws or amends it. A condition is settled once.',
  })
  fail(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('conditionId', uuid) conditionId: string,
    @Body() { evidence, occurredOn }: SettleConditionRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, conditionId, evidence };
    const command = commandFor(commandContext, 'FailCondition', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
