/** The door between a promise received and its place in the register: questions, documents, the decision. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { uuid } from '@pledgeline/request-fields';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import {
  DeclineRegistrationRequest,
  ProvideClarificationRequest,
  ReceiveDocumentationRequest,
  RegisterPledgeRequest,
  RequestClarificationRequest,
} from './registration.request.ts';
import { countOf } from '../announcement/stated-figure.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class RegistrationController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('clarifications')
  @ApiOperation({ operationId: 'RequestClarification', summary: 'Ask the state a question' })
  requestClarification(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { field = null, occurredOn, ...asked }: RequestClarificationRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const clarificationId = createdId(commandContext, 'clarification');
    const data = { pledgeId, clarificationId, field, ...asked };
    const command = commandFor(commandContext, 'RequestClarification', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('clarifications/:clarificationId/answer')
  @ApiOperation({ operationId: 'ProvideClarification', summary: 'Answer an open question' })
  provideClarification(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('clarificationId', uuid) clarificationId: string,
    @Body() { answer, occurredOn }: ProvideClarificationRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, clarificationId, answer };
    const command = commandFor(commandContext, 'ProvideClarification', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('documents')
  @ApiOperation({
    operationId: 'ReceiveDocumentation',
    summary: 'Note a document of the pledge that arrived',
  })
  receiveDocumentation(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { reference = null, occurredOn, ...document }: ReceiveDocumentationRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, reference, ...document };
    const command = commandFor(commandContext, 'ReceiveDocumentation', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('registration')
  @ApiOperation({ operationId: 'RegisterPledge', summary: 'Accept the pledge on its track' })
  register(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { quantity, unit, occurredOn, ...body }: RegisterPledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const { timeframe = null, deployWithinDays = null, target = null, notMeasurable } = body;
    const stated = { timeframe, deployWithinDays, target, notMeasurable: notMeasurable ?? false };
    const data = { pledgeId, ...body, ...stated, quantity: countOf(quantity, unit) };
    const command = commandFor(commandContext, 'RegisterPledge', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('registration-refusal')
  @ApiOperation({ operationId: 'DeclineRegistration', summary: 'Decline to register the announcement' })
  declineRegistration(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, ...body }: DeclineRegistrationRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'DeclineRegistration', { pledgeId, ...body }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
