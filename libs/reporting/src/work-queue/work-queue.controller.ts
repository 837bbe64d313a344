/** The door to the work queue. */
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CallerRequest } from '@pledgeline/contracts';
import { workQueueSchema } from './board.schema.ts';
import { WorkQueueRequest } from './lists.request.ts';
import { READ_MODELS } from '../read-models/read-models.ts';
import type { ReadModels } from '../read-models/read-models.ts';
import { workQueue } from './work-queue.ts';
import type { WorkQueue } from './work-queue.ts';

@ApiTags('work queue')
@Controller('work-queue')
export class WorkQueueController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'getWorkQueue',
    summary: 'What waits for whom, the earliest due first; a state sees what concerns its own pledges',
  })
  @ApiOkResponse({ schema: workQueueSchema })
  async queue(@Query() query: WorkQueueRequest, @Req() { caller }: CallerRequest): Promise<WorkQueue> {
    return this.readModels.ask(query, caller, (reading) => workQueue(reading, query, caller, reading.today));
  }
}
