/** The HTTP operations by which pledges are matched to gaps, and units are selected. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { MISSION_REGISTER, onRecordFor, type MissionRegister } from '../missions/mission-register.ts';
import { MATCH_PLEDGE } from './match-pledge.ts';
import type { MatchPledge } from './match-pledge.ts';
import { uuid } from '@pledgeline/request-fields';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import {
  DeclineSelectionRequest,
  MatchPledgeRequest,
  ReleaseMatchRequest,
  SelectUnitRequest,
} from './selection.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class SelectionController {
  constructor(
    @Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands,
    @Inject(MATCH_PLEDGE) private readonly matchPledge: MatchPledge,
    @Inject(MISSION_REGISTER) private readonly missions: MissionRegister,
  ) {}

  @Post('matches')
  @ApiOperation({
    operationId: 'MatchPledge',
    summary: 'Set some or all of the pledge against a gap',
    description:
      'Sets some or all of the pledge against a gap of a mission, which reserves as many of the gap. Its code must fill the gap, its offer must stand, and both must have enough left. The match is in the measure of the gap, units or persons, and takes the like share of the pledge; where no figure tells how many persons a unit is, `personsPerUnit` does. A pledge is matched to a gap once.',
  })
  match(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { gapId, quantity, personsPerUnit = null, occurredOn }: MatchPledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    return this.matchPledge(commandContext, { pledgeId, gapId, quantity, personsPerUnit }, occurredOn);
  }

  @Post('matches/:gapId/release')
  @ApiOperation({
    operationId: 'ReleaseMatch',
    summary: 'End a match before selection',
    description: 'Ends a match before the selection, with a reason, and frees what the gap had reserved.',
  })
  releaseMatch(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('gapId', uuid) gapId: string,
    @Body() { reason, occurredOn }: ReleaseMatchRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'ReleaseMatch', { pledgeId, gapId, reason }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('selection')
  @ApiOperation({
    operationId: 'SelectUnit',
    summary: 'Choose the unit for the mission of its match',
    description:
      'Chooses the unit for the mission of its only match: FGS for military units, PD for police units. It needs Level 2 or higher on a visit that still counts. Open blocking caveats must be accepted by their ids. A host that refuses the unit stands in the way; so does a mission that has closed or has no consent of its host on that day by the register of missions, but for its liquidation, with an approver.',
  })
  async select(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, acceptedCaveats, exception = null, approver = null, ...body }: SelectUnitRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const { state } = await this.pledges.load(streamName('pledge', pledgeId));
    const mission = state.matches.find(({ gapId }) => gapId === body.gapId)?.mission;
    const onRecord = await onRecordFor(this.missions, commandContext, mission, occurredOn);
    const data = { pledgeId, ...body, acceptedCaveats: acceptedCaveats ?? [], exception, approver, onRecord };
    const command = commandFor(commandContext, 'SelectUnit', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('selection-refusal')
  @ApiOperation({
    operationId: 'DeclineSelection',
    summary: 'Give up a selection, and its match with it',
    description:
      'Gives up a selection, by the state or by those who select, with a reason. The match ends with it, and the gap is free again.',
  })
  declineSelection(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { reason, occurredOn }: DeclineSelectionRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'DeclineSelection', { pledgeId, reason }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
