/** The HTTP operations from the memorandum of understanding to the end of a deployment. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, resolveMemberState, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandContext, CommandRequest } from '@pledgeline/contracts';
import {
  AmendMouRequest,
  ConductPdvRequest,
  DeployUnitRequest,
  RepatriateUnitRequest,
  RotateUnitRequest,
  SignMouRequest,
} from './deployment.request.ts';
import { MISSION_REGISTER, onRecordFor, type MissionRegister } from '../missions/mission-register.ts';
import { uuid } from '@pledgeline/request-fields';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class DeploymentController {
  constructor(
    @Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands,
    @Inject(MISSION_REGISTER) private readonly missions: MissionRegister,
  ) {}

  @Post('mou')
  @ApiOperation({
    operationId: 'SignMou',
    summary: 'Record the signed memorandum of understanding',
    description:
      'Records the memorandum of understanding: strength, equipment annex and period. A strength outside the pledge is refused, and a signature before the selection needs a reason. The pledge is then MOU_SIGNED.',
  })
  async signMou(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, ...body }: SignMouRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const {
      caveatsAnnex = null,
      retroactiveReason = null,
      exception = null,
      approver = null,
      ...terms
    } = body;
    const onRecord = await this.onRecord(pledgeId, commandContext, occurredOn);
    const data = { pledgeId, caveatsAnnex, retroactiveReason, exception, approver, onRecord, ...terms };
    return sendToPledge(
      this.pledges,
      commandContext,
      commandFor(commandContext, 'SignMou', data, occurredOn),
    );
  }

  @Post('mou/amendments')
  @ApiOperation({
    operationId: 'AmendMou',
    summary: 'Change terms of the memorandum',
    description:
      'Changes the strength, the equipment annex or the period of a signed memorandum; at least one of them. Terms that hold already change nothing.',
  })
  amendMou(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, amendmentReference, ...terms }: AmendMouRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const { strength = null, equipmentAnnexVersion = null, from = null, to = null } = terms;
    const data = { pledgeId, amendmentReference, strength, equipmentAnnexVersion, from, to };
    return sendToPledge(
      this.pledges,
      commandContext,
      commandFor(commandContext, 'AmendMou', data, occurredOn),
    );
  }

  @Post('pdv')
  @ApiOperation({
    operationId: 'ConductPdv',
    summary: 'Record the pre-deployment visit; a passed one makes READY',
    description:
      'Records the pre-deployment visit with its result and the reference of DOS. A passed visit makes the unit READY; after a failed one another follows. The visit does not come before the selection.',
  })
  conductPdv(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, findings = null, ...body }: ConductPdvRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, findings, ...body };
    return sendToPledge(
      this.pledges,
      commandContext,
      commandFor(commandContext, 'ConductPdv', data, occurredOn),
    );
  }

  @Post('deployment')
  @ApiOperation({
    operationId: 'DeployUnit',
    summary: 'Record the arrival of the unit in the mission',
    description:
      'Records that the unit arrived in the mission, with its strength and place. A unit that is not READY goes only by a named exception with an approver. A strength above the memorandum is refused.',
  })
  async deploy(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, place, strength, ...body }: DeployUnitRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const { equipmentArrivalShare = null, exception = null, approver = null } = body;
    const onRecord = await this.onRecord(pledgeId, commandContext, occurredOn);
    const data = { pledgeId, place, strength, equipmentArrivalShare, exception, approver, onRecord };
    return sendToPledge(
      this.pledges,
      commandContext,
      commandFor(commandContext, 'DeployUnit', data, occurredOn),
    );
  }

  @Post('rotations')
  @ApiOperation({
    operationId: 'RotateUnit',
    summary: 'Record that personnel were replaced',
    description:
      'Records that personnel of the unit were replaced. In a rotation of several states the next in the list comes, or a reason is given. A rotation comes after the last one.',
  })
  rotate(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, nextState = null, outOfTurnReason = null, ...body }: RotateUnitRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const next = nextState && (resolveMemberState(nextState) ?? nextState);
    const command = commandFor(
      commandContext,
      'RotateUnit',
      { pledgeId, nextState: next, outOfTurnReason, ...body },
      occurredOn,
    );
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('repatriation')
  @ApiOperation({
    operationId: 'RepatriateUnit',
    summary: 'Record that the unit went home',
    description:
      'Records that the unit left the mission, and why. The day lies after the deployment and not before the last rotation.',
  })
  repatriate(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { reason, occurredOn }: RepatriateUnitRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'RepatriateUnit', { pledgeId, reason }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  /** What the register says of the mission that the unit was selected for. */
  private async onRecord(pledgeId: string, context: CommandContext, occurredOn: string | null | undefined) {
    const { state } = await this.pledges.load(streamName('pledge', pledgeId));
    return onRecordFor(this.missions, context, state.selection?.mission, occurredOn);
  }
}
