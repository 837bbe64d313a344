/** The HTTP operation by which terms come to a promise that did not state them. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { mustBeUnit } from '../announcement/older-pledges.ts';
import { parseAim, parseTerms } from '../announcement/parse-parts.ts';
import { StateTermsRequest } from './terms.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class TermsController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('terms')
  @ApiOperation({
    operationId: 'StateTerms',
    summary: 'State terms of which the promise said nothing',
    description:
      'Adds a mission, a validity, a target or another term that is not stated yet, until the pledge is closed. The state says it, or the desk for it; DOS says when it accredited a hospital, and of which level. A term that has a value is refused as TERM_STATED: it is amended, so that its old value stays beside the new one.',
  })
  async state(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { terms, source, occurredOn }: StateTermsRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const stated = parseTerms(terms);
    await mustBeUnit(stated?.partOfUnit ?? null, pledgeId, this.pledges);
    const data = { pledgeId, terms: stated, shareAimedAt: parseAim(terms), source };
    const command = commandFor(commandContext, 'StateTerms', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
