/** The HTTP operation that runs the due work now, which a timer also runs. It is no command of the domain. */
import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { mustHaveCome } from '@pledgeline/contracts';
import type { CommandRequest } from '@pledgeline/contracts';
import { RunDueWorkRequest } from './due-work.request.ts';
import { RUN_DUE_WORK } from './due-work.ts';
import type { DueWorkDone, RunDueWork } from './due-work.ts';

const counts = ['downgraded', 'lapsed', 'reminded', 'refused'];
const done = {
  title: 'DueWorkDone',
  type: 'object',
  required: counts,
  properties: Object.fromEntries(counts.map((name) => [name, { type: 'integer', minimum: 0 }])),
};

@ApiTags('operations')
@Controller('operations')
export class OperationsController {
  constructor(@Inject(RUN_DUE_WORK) private readonly runDueWork: RunDueWork) {}

  @Post('due-work')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'RunDueWork',
    summary: 'Send the reminders, lapses and downgrades that are due',
    description:
      'Sends what the scheduled jobs send by themselves: reminders of renewal, lapses, and downgrades of levels whose visit has expired, as of today or of a day that is past. The answer counts what was done. It may be repeated: nothing is sent twice.',
  })
  @ApiOkResponse({ description: 'How much was done.', schema: done })
  run(
    @Body() { today = null }: RunDueWorkRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<DueWorkDone> {
    const { now } = commandContext;
    if (today === null) return this.runDueWork(now);
    mustHaveCome('today', today, now);
    const endOfDay = `${today}T23:59:59.999Z`;
    return this.runDueWork(endOfDay < now ? endOfDay : now);
  }
}
