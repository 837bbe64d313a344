/** The HTTP operation for sets of requirements, edition by edition. */
import { Body, Controller, Inject, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { MISSION_REGISTER, type MissionRegister } from '../missions/mission-register.ts';
import { REQUIREMENT_COMMANDS, sendToRequirementSet } from './requirement-set-commands.ts';
import type { RequirementCommands } from './requirement-set-commands.ts';
import { PublishRequirementSetRequest } from './requirement-set.request.ts';

@ApiTags('requirement-sets')
@Controller('requirement-sets')
export class RequirementSetsController {
  constructor(
    @Inject(REQUIREMENT_COMMANDS) private readonly requirements: RequirementCommands,
    @Inject(MISSION_REGISTER) private readonly missions: MissionRegister,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'PublishRequirementSet',
    summary: 'Publish an edition of what is needed',
    description:
      'Publishes what is needed as an edition of a set, slot by slot. The edition of the latest day is the current one; an older one may be entered afterwards. No edition is ever changed, and no day has two. A slot named twice and a code that is not known are refused.',
  })
  async publish(
    @Body() { code, edition, title, source, slots }: PublishRequirementSetRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const stated = [];
    for (const [n, { slot, capabilityCode, mission, number, priority, note }] of slots.entries()) {
      const code = mission ? await this.missions.named(`slots.${n}.mission`, mission) : null;
      stated.push({ slot, capabilityCode, mission: code, number, priority, note: note ?? null });
    }
    const data = { code, edition, title, source, slots: stated };
    const command = commandFor(commandContext, 'PublishRequirementSet', data, edition);
    return sendToRequirementSet(this.requirements, commandContext, command);
  }
}
