/** The door from the memorandum of understanding to the end of a deployment. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, resolveMemberState } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import {
  AmendMouRequest,
  ConductPdvRequest,
  DeployUnitRequest,
  FulfilPledgeRequest,
  RepatriateUnitRequest,
  RotateUnitRequest,
  SignMouRequest,
} from './deployment.request.ts';
import { uuid } from '@pledgeline/request-fields';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class DeploymentController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('mou')
  @ApiOperation({ operationId: 'SignMou', summary: 'Record the signed memorandum of understanding' })
  signMou(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, caveatsAnnex = null, retroactiveReason = null, ...body }: SignMouRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, caveatsAnnex, retroactiveReason, ...body };
    return sendToPledge(
      this.pledges,
      commandContext,
      commandFor(commandContext, 'SignMou', data, occurredOn),
    );
  }

  @Post('mou/amendments')
  @ApiOperation({ operationId: 'AmendMou', summary: 'Change terms of the memorandum' })
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
  @ApiOperation({ operationId: 'DeployUnit', summary: 'Record the arrival of the unit in the mission' })
  deploy(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, place, strength, ...body }: DeployUnitRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const { equipmentArrivalShare = null, exception = null, approver = null } = body;
    const data = { pledgeId, place, strength, equipmentArrivalShare, exception, approver };
    return sendToPledge(
      this.pledges,
      commandContext,
      commandFor(commandContext, 'DeployUnit', data, occurredOn),
    );
  }

  @Post('rotations')
  @ApiOperation({ operationId: 'RotateUnit', summary: 'Record that personnel were replaced' })
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
  @ApiOperation({ operationId: 'RepatriateUnit', summary: 'Record that the unit went home' })
  repatriate(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { reason, occurredOn }: RepatriateUnitRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'RepatriateUnit', { pledgeId, reason }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('fulfilment')
  @ApiOperation({ operationId: 'FulfilPledge', summary: 'Say how much of the promise was kept' })
  fulfil(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { shareDelivered, evidence, occurredOn }: FulfilPledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, shareDelivered, evidence: evidence ?? [] };
    return sendToPledge(
      this.pledges,
      commandContext,
      commandFor(commandContext, 'FulfilPledge', data, occurredOn),
    );
  }
}
