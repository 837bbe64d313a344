/** The HTTP operations for the file that officers keep on a pledge. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { PLEDGE_COMMANDS } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { FILE_COMMANDS, sendToFile, type FileCommands } from './file-commands.ts';
import { AddNoteRequest, AssignPledgeRequest } from './file.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class FileController {
  constructor(
    @Inject(FILE_COMMANDS) private readonly files: FileCommands,
    @Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands,
  ) {}

  @Post('notes')
  @ApiOperation({
    operationId: 'AddNote',
    summary: 'Note something for colleagues',
    description:
      'Adds a note to the file of the pledge, about the whole of it or about one of its tasks. It stays within the Secretariat: neither the state nor a partner reads it, or learns that there is one.',
  })
  async note(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { text, task, occurredOn }: AddNoteRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    await this.mustBeThere(pledgeId);
    const data = { pledgeId, noteId: createdId(commandContext, 'note'), text, task: meant(task) };
    return sendToFile(this.files, commandContext, commandFor(commandContext, 'AddNote', data, occurredOn));
  }

  @Post('assignee')
  @ApiOperation({
    operationId: 'AssignPledge',
    summary: 'Say which officer deals with a pledge, or with one of its tasks',
    description:
      "Names the officer who deals with the pledge, or with one of its tasks, in place of whoever did; null for nobody in particular. It changes nobody's rights. The list of pledges and the work queue find by it.",
  })
  async assign(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { assignee = null, task, occurredOn }: AssignPledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    await this.mustBeThere(pledgeId);
    const data = { pledgeId, assignee, task: meant(task) };
    return sendToFile(
      this.files,
      commandContext,
      commandFor(commandContext, 'AssignPledge', data, occurredOn),
    );
  }

  /** @throws {Rejected} PLEDGE_NOT_FOUND */
  private async mustBeThere(pledgeId: string): Promise<void> {
    const { state } = await this.pledges.load(streamName('pledge', pledgeId));
    if (state.status !== null) return;
    throw new Rejected('missing', 'PLEDGE_NOT_FOUND', `There is no pledge ${pledgeId}.`, {
      field: 'pledgeId',
    });
  }
}

const meant = (task: AddNoteRequest['task']) =>
  task ? { kind: task.kind, about: task.about ?? null } : null;
