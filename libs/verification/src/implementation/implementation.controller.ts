/** The HTTP operations for pledges that are no units: a plan, its milestones and the evidence for them. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId, implementingBodyOf } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import {
  MeetMilestoneRequest,
  PlanImplementationRequest,
  RejectEvidenceRequest,
  ReviseMilestoneRequest,
  StartImplementationRequest,
  SubmitEvidenceRequest,
  VerifyEvidenceRequest,
} from './implementation.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class ImplementationController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('implementation-plan')
  @ApiOperation({
    operationId: 'PlanImplementation',
    summary: 'Say what will be done by when',
    description:
      'Records by which milestones the promise will be kept, at least one, in the order of their due days. A milestone may take its words from a template of the category. The pledge is then PLANNED.',
  })
  plan(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { milestones, implementingBody = null, occurredOn }: PlanImplementationRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const planned = milestones.map(({ text = null, dueOn, measure = null, template = null }, n) => ({
      milestoneId: createdId(commandContext, `milestone-${n}`),
      text,
      dueOn,
      measure,
      template,
    }));
    const body = implementingBody && implementingBodyOf(implementingBody);
    const data = { pledgeId, milestones: planned, implementingBody: body };
    const command = commandFor(commandContext, 'PlanImplementation', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('milestones/:milestoneId/revisions')
  @ApiOperation({
    operationId: 'ReviseMilestone',
    summary: 'Change a milestone that was not met',
    description:
      'Changes the words, the due day or the measure of a milestone that was not met, with a reason. The order of due days stays.',
  })
  revise(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('milestoneId', uuid) milestoneId: string,
    @Body() { text = null, dueOn = null, measure = null, reason, occurredOn }: ReviseMilestoneRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, milestoneId, text, dueOn, measure, reason };
    const command = commandFor(commandContext, 'ReviseMilestone', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('implementation-start')
  @ApiOperation({
    operationId: 'StartImplementation',
    summary: 'Begin to carry out the plan',
    description: 'Records the day on which the plan began. The pledge is then IN_PROGRESS.',
  })
  start(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn }: StartImplementationRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'StartImplementation', { pledgeId }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('milestones/:milestoneId/completion')
  @ApiOperation({
    operationId: 'MeetMilestone',
    summary: 'Report a milestone as met, with its evidence',
    description:
      'Records that a milestone was met, by evidence that is on the pledge and was not rejected. A milestone is met once.',
  })
  meet(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('milestoneId', uuid) milestoneId: string,
    @Body() { evidence, occurredOn }: MeetMilestoneRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, milestoneId, evidence };
    const command = commandFor(commandContext, 'MeetMilestone', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('evidence')
  @ApiOperation({
    operationId: 'SubmitEvidence',
    summary: 'Hand in evidence of progress',
    description:
      'Records evidence by the SHA-256 of a document, by an address or by both. The same document twice on a pledge is refused. An evaluator judges it.',
  })
  submit(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { kind, sha256 = null, url = null, occurredOn }: SubmitEvidenceRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, evidenceId: createdId(commandContext, 'evidence'), kind, sha256, url };
    const command = commandFor(commandContext, 'SubmitEvidence', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('evidence/:evidenceId/verification')
  @ApiOperation({
    operationId: 'VerifyEvidence',
    summary: 'Accept evidence that another submitted',
    description: 'Accepts evidence that nobody has judged. The one who submitted it may not judge it.',
  })
  verify(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('evidenceId', uuid) evidenceId: string,
    @Body() { note = null, occurredOn }: VerifyEvidenceRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, evidenceId, note };
    const command = commandFor(commandContext, 'VerifyEvidence', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('evidence/:evidenceId/rejection')
  @ApiOperation({
    operationId: 'RejectEvidence',
    summary: 'Do not accept evidence that another submitted',
    description:
      'Turns evidence down that nobody has judged, with a reason. Milestones that rested on it alone are open again. The one who submitted it may not judge it.',
  })
  reject(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('evidenceId', uuid) evidenceId: string,
    @Body() { reason, occurredOn }: RejectEvidenceRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, evidenceId, reason };
    const command = commandFor(commandContext, 'RejectEvidence', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
