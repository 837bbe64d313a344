/** The door for the records of conferences. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest, DataOf } from '@pledgeline/contracts';
import { CONFERENCE_COMMANDS, sendToConference } from './command-handlers.ts';
import type { ConferenceCommands } from './command-handlers.ts';
import { RegisterConferenceRequest, ReviseConferenceRequest } from './conference.request.ts';
import { conferenceCode } from '@pledgeline/request-fields';

@ApiTags('conferences')
@Controller('conferences')
export class ConferencesController {
  constructor(@Inject(CONFERENCE_COMMANDS) private readonly conferences: ConferenceCommands) {}

  @Post()
  @ApiOperation({ operationId: 'RegisterConference', summary: 'Register a conference' })
  register(
    @Body() body: RegisterConferenceRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(
      commandContext,
      'RegisterConference',
      recordOf(body.code, body),
      body.occurredOn,
    );
    return sendToConference(this.conferences, commandContext, command);
  }

  @Post(':code/revisions')
  @ApiOperation({
    operationId: 'ReviseConference',
    summary: 'Replace the record of a conference by a better one',
  })
  revise(
    @Param('code', conferenceCode) code: string,
    @Body() body: ReviseConferenceRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'ReviseConference', recordOf(code, body), body.occurredOn);
    return sendToConference(this.conferences, commandContext, command);
  }
}

/** Every field of the record, so that two records can be compared. */
const recordOf = (code: string, body: ReviseConferenceRequest): DataOf<'ConferenceRegistered'> => ({
  code,
  kind: body.kind,
  name: body.name,
  start: body.start ?? null,
  end: body.end ?? null,
  place: body.place ?? null,
  hostsCoChairs: body.hostsCoChairs ?? [],
  participants: body.participants ?? null,
  statesWithNewPledges: body.statesWithNewPledges ?? null,
  headlineTotals: body.headlineTotals ?? null,
  themes: body.themes ?? [],
  source: body.source,
});
