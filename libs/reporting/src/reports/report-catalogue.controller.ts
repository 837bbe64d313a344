/** The HTTP endpoints of the reports: their list, and each as JSON or CSV. */
import { Controller, Get, Headers, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { preferredFormat, ApiListResponse } from '../answers/format.request.ts';
import { READ_MODELS, type ReadModels } from '../read-models/read-models.ts';
import { CountedRequest, ListReportsRequest, ReportRequest } from './report.request.ts';
import { countedIdsSchema, reportListSchema, reportSchema } from './report.schema.ts';
import { progress } from './progress/progress.report.ts';
import { reports } from './reports.ts';
import { getCounted } from './counted-page.ts';
import { listReports } from './report-list.ts';
import { getReport } from './report-answer.ts';

/** `/reports/progress` says more, and has an operation of its own. */
const OF_THIS_ADDRESS = reports.filter((one) => one !== progress).map(({ report }) => report);

@ApiTags('reports')
@Controller('reports')
export class ReportCatalogueController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'listReports',
    summary: 'The reports there are, and what each answers',
    description:
      'Lists the reports with the question that each answers, the groupings that it knows, the parameters that it takes, and the roles that may ask for it.',
  })
  @ApiListResponse(reportListSchema)
  list(@Query() query: ListReportsRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listReports, query, request);
  }

  @Get(':report')
  @ApiOperation({
    operationId: 'getReport',
    summary: 'One report: each figure with its definition and everything it counts',
    description:
      'Makes one report, as JSON or as CSV with a line for each figure. Each figure comes with its definition and the first of the ids that it counts. A grouping that the report does not know, or a parameter that it does not take, is refused: `by` and `takes` in the list of reports. Some are for states and the Secretariat: `readers` in the list of reports.',
  })
  @ApiParam({ name: 'report', schema: { type: 'string', enum: OF_THIS_ADDRESS } })
  @ApiOkResponse({
    content: { 'application/json': { schema: reportSchema }, 'text/csv': { schema: { type: 'string' } } },
  })
  one(
    @Param('report') report: string,
    @Query() query: ReportRequest,
    @Headers('accept') accept: string | undefined,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    const format = query.format ?? preferredFormat(accept);
    // Last, since a question that names no format has the member all the same.
    return this.readModels.ask(getReport, Object.assign(query, { report, format }), request);
  }

  @Get(':report/counted')
  @ApiOperation({
    operationId: 'getCounted',
    summary: 'Everything that one figure of a report counts, a page at a time',
    description:
      'Lists the ids that one figure of a report counts, in alphabetical order and a page at a time, so that anybody can count again.',
  })
  @ApiParam({ name: 'report', schema: { type: 'string', enum: reports.map(({ report }) => report) } })
  @ApiOkResponse({ schema: countedIdsSchema })
  counted(
    @Param('report') report: string,
    @Query() query: CountedRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getCounted, Object.assign({ report }, query), request);
  }
}
