/** The HTTP endpoints of the work queue. */
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { workQueueSchema } from './work-queue.schema.ts';
import { WorkQueueRequest } from './work-queue.request.ts';
import { ApiListResponse } from '../../answers/format.request.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { getWorkQueue } from './work-queue.ts';

@ApiTags('work queue')
@Controller('work-queue')
export class WorkQueueController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'getWorkQueue',
    summary: 'What waits for whom, the earliest due first; a state sees what it can do itself',
    description:
      'Lists what waits for whom, the earliest due first, with the commands by which the reader may settle it himself and what stands in the way. A state, a partner and an implementing body find what waits for them on the pledges that they carry or carry out, with the commands that they may send. The queue is made anew for the day of the question.',
  })
  @ApiListResponse(workQueueSchema)
  async queue(@Query() query: WorkQueueRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(getWorkQueue, query, request);
  }
}
