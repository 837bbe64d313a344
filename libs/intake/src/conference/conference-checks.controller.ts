/** Help before a registration. Not a command of the domain, so not among its addresses: it writes nothing. */
import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor } from '@pledgeline/contracts';
import type { CommandRequest } from '@pledgeline/contracts';
import { mustBeConference } from '../announcement/parse-announcement.ts';
import { CHECK_OUTCOMES, checkConference } from './check-conference.ts';
import type { ConferenceCheck } from './check-conference.ts';
import { CONFERENCE_COMMANDS } from './conference-commands.ts';
import type { ConferenceCommands } from './conference-commands.ts';
import { RegisterConferenceRequest } from './conference.request.ts';
import { parseConference } from './parse-conference.ts';

const schema = {
  title: 'ConferenceCheck',
  type: 'object',
  required: ['outcome', 'code', 'fields'],
  properties: {
    outcome: { type: 'string', enum: [...CHECK_OUTCOMES] },
    code: { type: 'string' },
    fields: { type: 'array', items: { type: 'string' }, description: 'Fields that say something else.' },
  },
};

@ApiTags('conferences')
@Controller('conference-checks')
export class ConferenceChecksController {
  constructor(@Inject(CONFERENCE_COMMANDS) private readonly conferences: ConferenceCommands) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'CheckConference',
    summary: 'What registering a conference would become',
    description:
      'Reads the conference as it would be registered and writes nothing. The answer says whether it would be added, is there already, or differs from the record that is there. It is refused as the registration would be.',
  })
  @ApiConflictResponse({ description: 'The registration would be refused, as `code` says.' })
  @ApiOkResponse({ description: 'Nothing was written.', schema })
  async check(
    @Body() body: RegisterConferenceRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<ConferenceCheck> {
    await mustBeConference(body.mainConference, this.conferences, 'mainConference');
    const record = parseConference(body.code, body);
    const command = commandFor(commandContext, 'RegisterConference', record, body.occurredOn);
    return checkConference(this.conferences, command);
  }
}
