/** The HTTP operations for the records of conferences. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor } from '@pledgeline/contracts';
import type { CommandAnswer, CommandContext, CommandRequest } from '@pledgeline/contracts';
import { CONFERENCE_COMMANDS, sendToConference } from './conference-commands.ts';
import type { ConferenceCommands } from './conference-commands.ts';
import { RegisterConferenceRequest, ReviseConferenceRequest } from './conference.request.ts';
import { conferenceCode } from '@pledgeline/request-fields';
import { mustBeConference } from '../announcement/parse-announcement.ts';
import { parseConference } from './parse-conference.ts';

@ApiTags('conferences')
@Controller('conferences')
export class ConferencesController {
  constructor(@Inject(CONFERENCE_COMMANDS) private readonly conferences: ConferenceCommands) {}

  @Post()
  @ApiOperation({
    operationId: 'RegisterConference',
    summary: 'Register a conference',
    description:
      'Enters a conference under its code, with its dates as exact as known, its hosts and what was published about it. The same content again changes nothing; other content under the code is refused as CONFERENCE_EXISTS.',
  })
  register(
    @Body() body: RegisterConferenceRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    return this.send('RegisterConference', body.code, body, commandContext);
  }

  @Post(':code/revisions')
  @ApiOperation({
    operationId: 'ReviseConference',
    summary: 'Replace the record of a conference by a better one',
    description:
      'Replaces the whole record of a conference; what is left out is then unknown. Only a preparatory conference names a main one.',
  })
  revise(
    @Param('code', conferenceCode) code: string,
    @Body() body: ReviseConferenceRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    return this.send('ReviseConference', code, body, commandContext);
  }

  private async send(
    type: 'RegisterConference' | 'ReviseConference',
    code: string,
    body: ReviseConferenceRequest,
    context: CommandContext,
  ): Promise<CommandAnswer> {
    await mustBeConference(body.mainConference, this.conferences, 'mainConference');
    const command = commandFor(context, type, parseConference(code, body), body.occurredOn);
    return sendToConference(this.conferences, context, command);
  }
}
