/** The HTTP endpoints of the progress report. */
import { Controller, Get, Headers, Inject, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { preferredFormat } from '../../answers/format.request.ts';
import { ProgressReportRequest } from '../report.request.ts';
import { progressReportSchema } from './progress.schema.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { getProgressReport } from './progress-answer.ts';

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get('progress')
  @ApiOperation({
    operationId: 'getProgressReport',
    summary: 'From announced to deployed: how many, how long, by track, conference, state and category',
    description:
      'Counts how many pledges have reached each status, how many stand there now, and the median of the days that each step took, in all and by track, conference, state and category. Each figure comes with its definition. `groups` has the figures as every report has them, in the grouping asked for with `by`; the other members have them in all groupings at once.',
  })
  @ApiOkResponse({
    content: {
      'application/json': { schema: progressReportSchema },
      'text/csv': { schema: { type: 'string' } },
    },
  })
  progress(
    @Query() query: ProgressReportRequest,
    @Headers('accept') accept: string | undefined,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    const format = query.format ?? preferredFormat(accept);
    return this.readModels.ask(getProgressReport, Object.assign(query, { format }), request);
  }
}
