/** The HTTP endpoints of the progress report. */
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { ProgressRequest } from './progress.request.ts';
import { progressReportSchema } from './progress.schema.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { getProgressReport } from './progress-report.ts';

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get('progress')
  @ApiOperation({
    operationId: 'getProgressReport',
    summary: 'From announced to deployed: how many, how long, by track, conference, state and category',
    description:
      'Counts how many pledges have reached each status, how many stand there now, and the median of the days that each step took, in all and by track, conference, state and category. Each figure comes with its definition.',
  })
  @ApiOkResponse({ schema: progressReportSchema })
  async progress(@Query() query: ProgressRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(getProgressReport, query, request);
  }
}
