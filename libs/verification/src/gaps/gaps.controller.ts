/** The HTTP operations for the gaps of missions. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { GAP_COMMANDS, sendToGap } from './gap-commands.ts';
import type { GapCommands } from './gap-commands.ts';
import { CloseGapRequest, PublishGapRequest, ReviseGapRequest } from './gap.request.ts';
import { REQUIREMENT_COMMANDS } from '../requirements/requirement-set-commands.ts';
import type { RequirementCommands } from '../requirements/requirement-set-commands.ts';
import { placeOf } from '../requirements/requirement-place.ts';
import { MISSION_REGISTER, type MissionRegister } from '../missions/mission-register.ts';
import { uuid } from '@pledgeline/request-fields';

@ApiTags('gaps')
@Controller('gaps')
export class GapsController {
  constructor(
    @Inject(GAP_COMMANDS) private readonly gaps: GapCommands,
    @Inject(MISSION_REGISTER) private readonly missions: MissionRegister,
    @Inject(REQUIREMENT_COMMANDS) private readonly requirements: RequirementCommands,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'PublishGap',
    summary: 'Say what a mission needs',
    description:
      'Makes known which capability a mission seeks, how many, by when, and which codes may take its place. The gap is then OPEN for matches, and public unless its publisher narrows it to states. FGS publishes military gaps, PD those of police, a mission any. Where it names its place in a set of requirements, code and mission are those of the slot.',
  })
  async publish(
    @Body() { occurredOn, visibility, substitutes, unit, neededBy = null, ...body }: PublishGapRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const gapId = createdId(commandContext, 'gap');
    const mission = await this.missions.named('mission', body.mission);
    const accepted = { mission, substitutes: substitutes ?? [], capabilityCode: body.capabilityCode };
    const requirement = await placeOf(this.requirements, body.requirement ?? null, accepted);
    const data = {
      gapId,
      ...body,
      ...accepted,
      unit: unit ?? 'unit',
      neededBy,
      requirement,
      narrowed: visibility === 'MEMBER_STATES',
    };
    return sendToGap(this.gaps, commandContext, commandFor(commandContext, 'PublishGap', data, occurredOn));
  }

  @Post(':gapId/revisions')
  @ApiOperation({
    operationId: 'ReviseGap',
    summary: 'Change the need, never below what is reserved',
    description:
      'Changes how many are sought, by when, or how urgently, or makes the gap public. A number below what is reserved is refused; so is keeping from the public what it has read.',
  })
  revise(
    @Param('gapId', uuid) gapId: string,
    @Body() { occurredOn, number, neededBy, priority, visibility, reason }: ReviseGapRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = {
      gapId,
      number: number ?? undefined,
      neededBy,
      priority: priority ?? undefined,
      narrowed: visibility ? visibility === 'MEMBER_STATES' : undefined,
      reason,
    };
    return sendToGap(this.gaps, commandContext, commandFor(commandContext, 'ReviseGap', data, occurredOn));
  }

  @Post(':gapId/closure')
  @ApiOperation({
    operationId: 'CloseGap',
    summary: 'Seek nothing more for this gap',
    description:
      'Ends the search. A gap with open reservations is not closed: the matches are released first. A closed gap stays closed.',
  })
  close(
    @Param('gapId', uuid) gapId: string,
    @Body() { reason, occurredOn }: CloseGapRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'CloseGap', { gapId, reason }, occurredOn);
    return sendToGap(this.gaps, commandContext, command);
  }
}
