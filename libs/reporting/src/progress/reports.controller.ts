/** The door to the progress report. */
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CallerRequest } from '@pledgeline/contracts';
import { CLOCK } from '@pledgeline/event-sourcing';
import type { Clock } from '@pledgeline/event-sourcing';
import { ProgressRequest } from '../register/pledges.request.ts';
import { progressReport } from './progress-report.ts';
import type { ProgressReport } from './progress-report.ts';
import { progressReportSchema } from './progress.schema.ts';
import { READ_MODELS } from '../read-models/read-models.ts';
import type { ReadModels } from '../read-models/read-models.ts';

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('progress')
  @ApiOperation({
    operationId: 'getProgressReport',
    summary: 'From announced to deployed: how many, how long, by track, conference, state and category',
  })
  @ApiOkResponse({ schema: progressReportSchema })
  async progress(
    @Query() { after, asOf, knownAt, ...filters }: ProgressRequest,
    @Req() { caller }: CallerRequest,
  ): Promise<ProgressReport> {
    return this.readModels.ask({ after, asOf, knownAt }, caller, (reading) =>
      progressReport(reading, filters, this.clock()),
    );
  }
}
