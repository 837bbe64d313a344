/** The door for how a pledge goes on beside its status: it rests, goes on, and its progress is told. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { ReportProgressRequest, ResumePledgeRequest, SuspendPledgeRequest } from './progress.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class ProgressController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('suspensions')
  @ApiOperation({
    operationId: 'SuspendPledge',
    summary: 'What is delivered rests for a while',
    description:
      'Records that what is delivered rests for a while, and why. The status stays. A pledge that rests already is refused.',
  })
  suspend(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { reason, occurredOn }: SuspendPledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'SuspendPledge', { pledgeId, reason }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('resumption')
  @ApiOperation({
    operationId: 'ResumePledge',
    summary: 'It goes on again',
    description: 'Records that what rested goes on. A pledge that does not rest is refused.',
  })
  resume(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn }: ResumePledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'ResumePledge', { pledgeId }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

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
