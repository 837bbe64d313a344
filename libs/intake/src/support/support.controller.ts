/** The HTTP operations for what a state asks of the Secretariat. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import {
  AnswerSupportRequestRequest,
  DeclineSupportRequestRequest,
  RequestSupportRequest,
} from './support.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId/support-requests')
export class SupportController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post()
  @ApiOperation({
    operationId: 'RequestSupport',
    summary: 'Ask the Secretariat for a study, a survey, a visit or a briefing',
    description:
      'Asks the Secretariat for something that helps the state to keep its pledge, with the day by which it is needed, if there is one. It stays between the state and the Secretariat, which answers or declines.',
  })
  ask(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, neededBy = null, ...asked }: RequestSupportRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const requestId = createdId(commandContext, 'support request');
    const command = commandFor(
      commandContext,
      'RequestSupport',
      { pledgeId, requestId, neededBy, ...asked },
      occurredOn,
    );
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post(':requestId/answer')
  @ApiOperation({
    operationId: 'AnswerSupportRequest',
    summary: 'Answer what the state asked of the Secretariat',
    description:
      'Records what the Secretariat did or will do, with the reference of its paper. A request that is not known, or was answered or declined, is refused.',
  })
  answer(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('requestId', uuid) requestId: string,
    @Body() { answer, reference = null, occurredOn }: AnswerSupportRequestRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, requestId, answer, reference };
    const command = commandFor(commandContext, 'AnswerSupportRequest', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post(':requestId/refusal')
  @ApiOperation({
    operationId: 'DeclineSupportRequest',
    summary: 'Decline what the state asked of the Secretariat',
    description:
      'Records why the Secretariat does not do what the state asked for. A request that is not known, or was answered or declined, is refused.',
  })
  decline(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('requestId', uuid) requestId: string,
    @Body() { reason, occurredOn }: DeclineSupportRequestRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, requestId, reason };
    const command = commandFor(commandContext, 'DeclineSupportRequest', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
