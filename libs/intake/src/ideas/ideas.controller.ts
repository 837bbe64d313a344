/** The HTTP operations for ideas, which may become promises. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId, resolveMemberState } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { CONFERENCE_COMMANDS } from '../conference/conference-commands.ts';
import type { ConferenceCommands } from '../conference/conference-commands.ts';
import { mustBeConference } from '../announcement/parse-announcement.ts';
import { IDEA_COMMANDS, sendToIdea } from './idea-commands.ts';
import { REGISTER_COMMANDS, tagsMeant } from '../registers/register-commands.ts';
import type { RegisterCommands } from '../registers/register-commands.ts';
import { mustBeOwnPledge } from './idea-taken-up.ts';
import type { IdeaCommands } from './idea-commands.ts';
import { DropIdeaRequest, LogContactRequest, RaiseIdeaRequest, TakeUpIdeaRequest } from './idea.request.ts';

@ApiTags('ideas')
@Controller('ideas')
export class IdeasController {
  constructor(
    @Inject(IDEA_COMMANDS) private readonly ideas: IdeaCommands,
    @Inject(CONFERENCE_COMMANDS) private readonly conferences: ConferenceCommands,
    @Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands,
    @Inject(REGISTER_COMMANDS) private readonly registers: RegisterCommands,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'RaiseIdea',
    summary: 'Note what a state could promise',
    description:
      'Records what a state could promise, before it does. An idea stays beside the register and counts in no figure. What the Secretariat expects of a state (EXPECTED) is raised by the Secretariat alone and never shown to states.',
  })
  async raise(
    @Body() { occurredOn, kind, memberState, conference = null, themes, text, source }: RaiseIdeaRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    await mustBeConference(conference, this.conferences);
    // A name that is not known goes on as it is, for the decision to refuse it by name.
    const state = typeof memberState === 'string' ? (resolveMemberState(memberState) ?? memberState) : null;
    const meant = await tagsMeant(this.registers, themes ?? []);
    const ideaId = createdId(commandContext, 'idea');
    const data = { ideaId, kind, memberState: state, conference, themes: [...meant], text, source };
    const command = commandFor(commandContext, 'RaiseIdea', data, occurredOn);
    return sendToIdea(this.ideas, commandContext, command);
  }

  @Post(':ideaId/contacts')
  @ApiOperation({
    operationId: 'LogContact',
    summary: 'Note that an office was spoken to about it',
    description:
      'Records when an office was spoken to about the idea, and what was said. It is internal to the Secretariat. Of a talk under the Chatham House Rule no office is named, and nobody sees who noted it. A day that lies ahead is refused.',
  })
  contact(
    @Param('ideaId', uuid) ideaId: string,
    @Body() { occurredOn, contactOn, with: office = null, note, chathamHouse }: LogContactRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { ideaId, contactOn, with: office, note, chathamHouse: chathamHouse ?? false };
    const command = commandFor(commandContext, 'LogContact', data, occurredOn);
    return sendToIdea(this.ideas, commandContext, command);
  }

  @Post(':ideaId/take-up')
  @ApiOperation({
    operationId: 'TakeUpIdea',
    summary: 'Note the pledge that came of it',
    description:
      'Records that a pledge came of the idea; an idea may lead to several. A state names its own pledge.',
  })
  async takeUp(
    @Param('ideaId', uuid) ideaId: string,
    @Body() { occurredOn, pledgeId }: TakeUpIdeaRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    await mustBeOwnPledge(pledgeId, commandContext.caller, this.pledges);
    const command = commandFor(commandContext, 'TakeUpIdea', { ideaId, pledgeId }, occurredOn);
    return sendToIdea(this.ideas, commandContext, command);
  }

  @Post(':ideaId/dropping')
  @ApiOperation({
    operationId: 'DropIdea',
    summary: 'Note that nothing will come of it',
    description:
      'Records that nothing will come of the idea, with the reason. An idea of which a pledge came is not dropped.',
  })
  drop(
    @Param('ideaId', uuid) ideaId: string,
    @Body() { reason, occurredOn }: DropIdeaRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'DropIdea', { ideaId, reason }, occurredOn);
    return sendToIdea(this.ideas, commandContext, command);
  }
}
