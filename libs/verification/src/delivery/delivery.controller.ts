/** The HTTP operations for deliveries besides money: courses, people, equipment, political acts; and for measurements. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId, dayOf, resolveMemberState } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { MISSION_REGISTER, type MissionRegister } from '../missions/mission-register.ts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import {
  DeliverCourseRequest,
  DeliverEquipmentRequest,
  EndSecondmentRequest,
  MeasureTargetRequest,
  RecordPoliticalActRequest,
  SecondExpertRequest,
} from './delivery.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class DeliveryController {
  constructor(
    @Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands,
    @Inject(MISSION_REGISTER) private readonly missions: MissionRegister,
  ) {}

  @Post('courses')
  @ApiOperation({
    operationId: 'DeliverCourse',
    summary: 'Report a course that was held',
    description:
      'Records a course that was held: how many were trained, how many of them women, where and when. A course counts once, however many contributed. More women than persons, and days that lie ahead, are refused.',
  })
  deliverCourse(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, trained, place, from, to, ...said }: DeliverCourseRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const { capabilityCode = null, women = null, leaders = null, centre = null } = said;
    const contributors = (said.contributors ?? []).map(({ party, part }) => ({
      party: resolveMemberState(party) ?? party,
      part,
    }));
    const data = {
      pledgeId,
      courseId: createdId(commandContext, 'course'),
      capabilityCode,
      trained,
      women,
      leaders,
      place,
      centre,
      languages: said.languages ?? [],
      contributors,
      from,
      to,
    };
    const command = commandFor(commandContext, 'DeliverCourse', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('secondments')
  @ApiOperation({
    operationId: 'SecondExpert',
    summary: 'Give one or more persons to posts',
    description:
      'Records that persons are given to as many posts of one title from one day to another; the beginning may lie ahead. More persons than posts that were promised are refused unless that is said (`beyondPledge`); for a handover two may be in one post for 30 days. So is a mission that has closed or has no consent of its host on that day by the register of missions, but for its liquidation, with an approver.',
  })
  async second(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, mission: written, hostInstitution = null, ...body }: SecondExpertRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const secondmentId = createdId(commandContext, 'secondment');
    const mission = written ? await this.missions.named('mission', written) : null;
    const { meta } = commandFor(commandContext, 'SecondExpert', body, occurredOn);
    const on = meta.occurredOn ?? dayOf(meta.now);
    const day = body.from < on ? body.from : on;
    const data = {
      pledgeId,
      secondmentId,
      mission,
      hostInstitution,
      ...body,
      beyondPledge: body.beyondPledge ?? false,
      exception: body.exception ?? null,
      approver: body.approver ?? null,
      onRecord: mission === null ? null : await this.missions.onDay(mission, day),
    };
    return sendToPledge(this.pledges, commandContext, { type: 'SecondExpert', data, meta });
  }

  @Post('secondments/:secondmentId/end')
  @ApiOperation({
    operationId: 'EndSecondment',
    summary: 'Report that the post was left',
    description:
      'Records that persons left their post, earlier or later than planned. It does not reach into the time of those who follow.',
  })
  endSecondment(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('secondmentId', uuid) secondmentId: string,
    @Body() { occurredOn }: EndSecondmentRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'EndSecondment', { pledgeId, secondmentId }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('equipment-deliveries')
  @ApiOperation({
    operationId: 'DeliverEquipment',
    summary: 'Report equipment that was handed over',
    description:
      'Records equipment that was handed over, to whom and how many. More than was pledged needs a note that says why.',
  })
  deliverEquipment(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, inUse = null, note = null, ...body }: DeliverEquipmentRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, inUse, note, ...body };
    const command = commandFor(commandContext, 'DeliverEquipment', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('political-acts')
  @ApiOperation({
    operationId: 'RecordPoliticalAct',
    summary: 'Record a law, an endorsement or the like',
    description:
      'Records a law, a policy, an endorsement or the like, with a link or a document that shows it.',
  })
  recordPoliticalAct(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, link = null, document = null, ...body }: RecordPoliticalActRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, link, document, ...body };
    const command = commandFor(commandContext, 'RecordPoliticalAct', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('measurements')
  @ApiOperation({
    operationId: 'MeasureTarget',
    summary: 'Report the value of an indicator',
    description:
      'Records the value of a known indicator on a day, exact or as a range, beside the target. A value outside what the indicator can have is refused.',
  })
  measure(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, indicator, low, high, target = null }: MeasureTargetRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, indicator, low, high: high ?? low, target };
    const command = commandFor(commandContext, 'MeasureTarget', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
