/** The HTTP operations up to the registration of a pledge: questions, documents, the decision. */
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
import { parseBesideUnits, parseCount } from '../announcement/parse-figure.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class RegistrationController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('clarifications')
  @ApiOperation({
    operationId: 'RequestClarification',
    summary: 'Ask the state a question',
    description:
      'Asks the state a question about its pledge, with a day by which the answer is due. A blocking question holds up the registration until it is answered.',
  })
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
  @ApiOperation({
    operationId: 'ProvideClarification',
    summary: 'Answer an open question',
    description:
      'Answers a question that was asked and is still open. An answer to a question that is not known or has been answered is refused.',
  })
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
    description:
      'Records a document of the pledge by its kind, its version and the SHA-256 of the file; the file itself is kept elsewhere. A newer version takes the place of an older one. The same file, or a version that is not newer, is refused.',
  })
  receiveDocumentation(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { datedOn = null, reference = null, occurredOn, ...document }: ReceiveDocumentationRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, datedOn, reference, ...document };
    const command = commandFor(commandContext, 'ReceiveDocumentation', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('registration')
  @ApiOperation({
    operationId: 'RegisterPledge',
    summary: 'Accept the pledge on its track',
    description:
      'Accepts the pledge into the register. Its capability decides the track: SFGC registers capabilities, which start at Level 1 and stand for a first year, and DESK registers the others, which need a target or `notMeasurable`. Missing documents and open blocking questions are refused.',
  })
  register(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { quantity, unit, strength, aircraft, occurredOn, ...body }: RegisterPledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const { timeframe = null, deployWithinDays = null, target = null, notMeasurable } = body;
    const stated = {
      timeframe,
      deployWithinDays,
      target,
      notMeasurable: notMeasurable ?? false,
      lateEntry: body.lateEntry ?? false,
      consentReference: body.consentReference ?? null,
    };
    const figures = { quantity: parseCount(quantity, unit), ...parseBesideUnits({ strength, aircraft }) };
    const data = { pledgeId, ...body, ...stated, ...figures };
    const command = commandFor(commandContext, 'RegisterPledge', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('registration-refusal')
  @ApiOperation({
    operationId: 'DeclineRegistration',
    summary: 'Decline to register the announcement',
    description:
      'Ends the pledge as DECLINED, with a reason from the list and a text. It is an end: the state announces anew.',
  })
  declineRegistration(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, ...body }: DeclineRegistrationRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'DeclineRegistration', { pledgeId, ...body }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
