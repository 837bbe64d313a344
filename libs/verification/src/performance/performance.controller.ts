/** The HTTP operations for assessments of a unit, and for their follow-up. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { mustNotBeVoid, PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import {
  AssessPerformanceRequest,
  CloseImprovementPlanRequest,
  FollowUpFindingRequest,
} from './performance.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class PerformanceController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('assessments')
  @ApiOperation({
    operationId: 'AssessPerformance',
    summary: 'Judge how the deployed unit does',
    description:
      'Records how a unit did in the field, by which tool, with findings and, where it is needed, a plan of improvement that has a due day. It is internal to the Secretariat and the state. A day before the deployment is refused.',
  })
  assess(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { findings, improvementPlan, occurredOn, ...body }: AssessPerformanceRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = {
      pledgeId,
      assessmentId: createdId(commandContext, 'assessment'),
      ...body,
      findings: (findings ?? []).map((text, n) => ({
        findingId: createdId(commandContext, `finding-${n}`),
        text,
      })),
      improvementPlan: improvementPlan ? { text: improvementPlan.text, dueOn: improvementPlan.dueOn } : null,
    };
    const command = commandFor(commandContext, 'AssessPerformance', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('findings/:findingId/follow-up')
  @ApiOperation({
    operationId: 'FollowUpFinding',
    summary: 'Say which training need or pledge it led to',
    description:
      'Records the training need or the pledge to which a finding led. Each is said once; another one is refused as FINDING_FOLLOWED_UP.',
  })
  async followUp(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('findingId', uuid) findingId: string,
    @Body() { needId = null, ledToPledgeId = null, occurredOn }: FollowUpFindingRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    if (ledToPledgeId !== null) await this.mustExist(ledToPledgeId);
    const data = { pledgeId, findingId, needId, ledToPledgeId };
    const command = commandFor(commandContext, 'FollowUpFinding', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('assessments/:assessmentId/plan-closure')
  @ApiOperation({
    operationId: 'CloseImprovementPlan',
    summary: 'Say that the plan was carried out',
    description:
      'Records that a plan of improvement was carried out, with the evidence. A plan is closed once.',
  })
  closePlan(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('assessmentId', uuid) assessmentId: string,
    @Body() { evidence, occurredOn }: CloseImprovementPlanRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, assessmentId, evidence };
    const command = commandFor(commandContext, 'CloseImprovementPlan', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  private async mustExist(pledgeId: string): Promise<void> {
    const { revision, state } = await this.pledges.load(streamName('pledge', pledgeId));
    mustNotBeVoid(state, 'ledToPledgeId');
    if (revision >= 0) return;
    throw new Rejected('missing', 'PLEDGE_NOT_FOUND', `There is no pledge ${pledgeId}.`, {
      field: 'ledToPledgeId',
    });
  }
}
