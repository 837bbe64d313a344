/** The HTTP operations for assessments of a unit or a course, for their follow-up, and for who may read findings. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  commandFor,
  createdId,
  implementingBodyOf,
  resolveMemberState,
  streamName,
} from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { EVENT_STORE, Rejected } from '@pledgeline/event-sourcing';
import type { EventStore } from '@pledgeline/event-sourcing';
import { mustNotBeVoid, PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { NEED_COMMANDS, type NeedCommands } from '../needs/need-commands.ts';
import {
  AssessPerformanceRequest,
  CloseImprovementPlanRequest,
  EvaluateCourseRequest,
  FollowUpFindingRequest,
  TrainersRequest,
} from './performance.request.ts';
import { toolMeant } from './tool-meant.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class PerformanceController {
  constructor(
    @Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands,
    @Inject(NEED_COMMANDS) private readonly needs: NeedCommands,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Post('assessments')
  @ApiOperation({
    operationId: 'AssessPerformance',
    summary: 'Judge how the deployed unit does',
    description:
      'Records how a unit did in the field, by which tool, with findings and, where it is needed, a plan of improvement that has a due day. It is internal to the Secretariat and the state. A day before the deployment is refused.',
  })
  async assess(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { tool, findings, improvementPlan, occurredOn, ...body }: AssessPerformanceRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = {
      pledgeId,
      assessmentId: createdId(commandContext, 'assessment'),
      ...body,
      tool: await toolMeant(this.store, tool),
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
      'Records the training need or the pledge to which a finding led. Both must be there. Each is said once; another one is refused as FINDING_FOLLOWED_UP. The page of each then shows the finding to those who may read it.',
  })
  async followUp(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('findingId', uuid) findingId: string,
    @Body() { needId = null, ledToPledgeId = null, occurredOn }: FollowUpFindingRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    if (needId !== null) await this.mustBeNeed(needId);
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

  @Post('findings-consent')
  @ApiOperation({
    operationId: 'ShareFindings',
    summary: 'Let trainers read what was found about the unit',
    description:
      'Records that the state lets trainers read the findings about its unit, also those that are still to come: what was found, when and by which tool, in the list of findings. The report, the result and the plan of improvement stay between the state and the Secretariat. Trainers are partners of the states and bodies that are named.',
  })
  share(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, ...trainers }: TrainersRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, ...trainersNamed(trainers) };
    const command = commandFor(commandContext, 'ShareFindings', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('findings-consent/withdrawal')
  @ApiOperation({
    operationId: 'WithdrawFindingsConsent',
    summary: 'Let trainers read the findings no longer',
    description:
      'Ends the consent for the trainers that are named, or for all where none is. From then on they read no finding about the unit, nor what they could read on a day that is past.',
  })
  withdrawConsent(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, ...trainers }: TrainersRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, ...trainersNamed(trainers) };
    const command = commandFor(commandContext, 'WithdrawFindingsConsent', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('courses/:courseId/evaluations')
  @ApiOperation({
    operationId: 'EvaluateCourse',
    summary: 'Judge a course by what it led to',
    description:
      'Records how far a course did what it was held for, by what those whom it trained can do since. It may be judged again later. A day before its end, and whoever recorded the course, are refused. All member states read it unless it is said to be internal.',
  })
  evaluate(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('courseId', uuid) courseId: string,
    @Body() { result, text, reportReference = null, internal, occurredOn }: EvaluateCourseRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const evaluationId = createdId(commandContext, 'evaluation');
    const said = { pledgeId, courseId, evaluationId, result, text, reportReference };
    const data = { ...said, internal: internal ?? false };
    const command = commandFor(commandContext, 'EvaluateCourse', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  private async mustBeNeed(needId: string): Promise<void> {
    const { revision } = await this.needs.load(streamName('need', needId));
    if (revision >= 0) return;
    throw new Rejected('missing', 'NEED_NOT_FOUND', `There is no need ${needId}.`, { field: 'needId' });
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

/** A state that is not known goes on as it is, for the decision to refuse it by name. */
const trainersNamed = ({ states, bodies }: TrainersRequest) => ({
  states: (states ?? []).map((name) => resolveMemberState(name) ?? name),
  bodies: (bodies ?? []).map(implementingBodyOf),
});
