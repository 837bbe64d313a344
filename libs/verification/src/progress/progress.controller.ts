/** The HTTP operation for reports on the progress of a pledge. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { ReportProgressRequest } from './progress.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class ProgressController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('progress-reports')
  @ApiOperation({
    operationId: 'ReportProgress',
    summary: 'Say how far it is',
    description:
      'Records in words, and as a share where there is one, how far the pledge has come in a period that is over. A period on which the same author has reported is refused, unless the report replaces that one.',
  })
  report(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { text, from, to, share = null, replaces = null, ...rest }: ReportProgressRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const reportId = rest.reportId ?? createdId(commandContext, 'progress report');
    const visibility = rest.visibility ?? 'PUBLIC';
    const data = { pledgeId, reportId, text, from, to, share, replaces, visibility };
    const command = commandFor(commandContext, 'ReportProgress', data, rest.occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
