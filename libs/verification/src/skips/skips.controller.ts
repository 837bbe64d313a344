/** The HTTP operations by which operators skip an event at which a group of consumers has stopped. */
import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, CONSUMER_GROUPS, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { EVENT_STORE, Rejected } from '@pledgeline/event-sourcing';
import type { EventStore } from '@pledgeline/event-sourcing';
import { mustBeRecorded, sendToGroup, SKIP_COMMANDS } from './skip-commands.ts';
import type { SkipCommands } from './skip-commands.ts';
import { SkipEventRequest } from './skip.request.ts';
import type { SkippedEvents } from './skips.ts';

const text = { type: 'string' };
const skipped = {
  title: 'SkippedEvent',
  type: 'object',
  required: ['eventId', 'stream', 'revision', 'reason', 'skippedBy', 'skippedAt'],
  properties: {
    eventId: { type: 'string', format: 'uuid' },
    stream: text,
    revision: { type: 'integer', minimum: 0 },
    reason: text,
    skippedBy: text,
    skippedAt: { type: 'string', format: 'date-time' },
  },
};
const answer = {
  title: 'SkippedEvents',
  type: 'object',
  required: ['group', 'skipped'],
  properties: { group: text, skipped: { type: 'array', items: skipped } },
};

@ApiTags('operations')
@Controller('operations/skips')
export class SkipsController {
  constructor(
    @Inject(SKIP_COMMANDS) private readonly skips: SkipCommands,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'SkipEvent',
    summary: 'Let a group do without an event that it cannot handle',
    description:
      'Has a stopped group of consumers go on without an event that it cannot handle. The event is named by its place and its id; the skip is kept on record with its reason. It stays skipped for good.',
  })
  @ApiNotFoundResponse({ description: 'No event of this id stands at that place in the log.' })
  async skip(
    @Body() body: SkipEventRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    await mustBeRecorded(this.store, body);
    return sendToGroup(this.skips, commandContext, commandFor(commandContext, 'SkipEvent', body));
  }

  @Get(':group')
  @ApiOperation({
    operationId: 'getSkippedEvents',
    summary: 'The events that a group does without, and why',
    description:
      'Lists for one group of consumers each event that an operator skipped, by whom, when and why, the oldest first.',
  })
  @ApiOkResponse({ description: 'Oldest first.', schema: answer })
  async list(
    @Param('group') group: string,
  ): Promise<{ readonly group: string; readonly skipped: SkippedEvents }> {
    if (!CONSUMER_GROUPS.some((name) => name === group)) {
      const allowed = CONSUMER_GROUPS;
      throw new Rejected('missing', 'GROUP_NOT_FOUND', `There is no group ${group}.`, {
        field: 'group',
        allowed,
      });
    }
    const { state } = await this.skips.load(streamName('group', group));
    return { group, skipped: state };
  }
}
