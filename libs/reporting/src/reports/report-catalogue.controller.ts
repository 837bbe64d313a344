/** The door to the reports: their list, and each as JSON or CSV. */
import { Controller, Get, Header, Headers, Inject, Param, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { CallerRequest } from '@pledgeline/contracts';
import { CLOCK, Rejected } from '@pledgeline/event-sourcing';
import type { Clock } from '@pledgeline/event-sourcing';
import { preferredType } from '../answers/media-type.ts';
import { READ_MODELS } from '../read-models/read-models.ts';
import type { ReadModels } from '../read-models/read-models.ts';
import { reportCsv } from './report-csv.ts';
import { ReportRequest } from './report.request.ts';
import { reportListSchema, reportSchema } from './report.schema.ts';
import { madeReport } from './report.ts';
import type { Report, ReportDefinition } from './report.ts';
import { reports } from './reports.ts';

export interface ReportSummary extends Pick<ReportDefinition, 'report' | 'title' | 'answers'> {
  /** Values of `by`, the first being the default; empty where it cannot be grouped otherwise. */
  readonly by: readonly string[];
  readonly href: string;
}

export interface ReportList {
  readonly items: readonly ReportSummary[];
}

/** What a report is sent as. */
const TYPES = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
} as const;

@ApiTags('reports')
@Controller('reports')
export class ReportCatalogueController {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listReports', summary: 'The reports there are, and what each answers' })
  @ApiOkResponse({ schema: reportListSchema })
  list(): ReportList {
    return {
      items: reports.map(({ report, title, answers, by = [] }) => ({
        report,
        title,
        answers,
        by,
        href: `/reports/${report}`,
      })),
    };
  }

  @Get(':report')
  @ApiOperation({
    operationId: 'getReport',
    summary: 'One report: each figure with its definition and everything it counts',
  })
  @ApiParam({ name: 'report', schema: { type: 'string', enum: reports.map(({ report }) => report) } })
  @ApiOkResponse({
    content: { 'application/json': { schema: reportSchema }, 'text/csv': { schema: { type: 'string' } } },
  })
  @Header('Vary', 'Accept')
  async one(
    @Param('report') name: string,
    @Query() { after, asOf, knownAt, format, ...question }: ReportRequest,
    @Headers('accept') accept: string | undefined,
    @Req() { caller }: CallerRequest,
  ): Promise<Report | StreamableFile> {
    const definition = definitionOf(name, question.by);
    const report = await this.readModels.ask({ after, asOf, knownAt }, caller, (reading) =>
      madeReport(definition, reading, question, caller, this.clock()),
    );
    const type = format === undefined ? preferredType(accept, [TYPES.json, TYPES.csv]) : TYPES[format];
    if (type === TYPES.json) return report;
    return new StreamableFile(Buffer.from(reportCsv(report)), {
      type,
      disposition: `attachment; filename="${name}.csv"`,
    });
  }
}

/** @throws {Rejected} REPORT_NOT_FOUND, UNKNOWN_GROUPING. */
const definitionOf = (name: string, by: string | undefined): ReportDefinition => {
  const definition = reports.find(({ report }) => report === name);
  if (definition === undefined) {
    const allowed = reports.map(({ report }) => report);
    throw new Rejected(
      'missing',
      'REPORT_NOT_FOUND',
      `There is no report ${name}; there are: ${allowed.join(', ')}.`,
      {
        allowed,
      },
    );
  }
  if (by !== undefined && !(definition.by ?? []).includes(by)) {
    const allowed = definition.by ?? [];
    throw new Rejected(
      'invalid',
      'UNKNOWN_GROUPING',
      allowed.length === 0
        ? `${name} has one grouping: leave out by.`
        : `by must be one of ${allowed.join(', ')}.`,
      { field: 'by', allowed },
    );
  }
  return definition;
};
