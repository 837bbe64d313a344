/** What a report may be asked. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsISO8601, IsOptional, Length, Matches, Max, Min } from 'class-validator';
import { PageCursor, PageLimit } from '../answers/page.request.ts';
import { OneOfFilter, ThemeFilter } from '../answers/filters.request.ts';
import { FormatFilter, type Format } from '../answers/format.request.ts';
import { ProgressRequest } from './progress/progress.request.ts';
import type { Parameter } from './report.ts';
import { reports } from './reports.ts';

const takers = (parameter: Parameter): string =>
  reports
    .filter(({ takes }) => takes?.includes(parameter))
    .map(({ report }) => report)
    .join(', ');

class GroupedRequest extends ProgressRequest {
  @ThemeFilter()
  theme?: string;

  @ApiPropertyOptional({ description: 'How to group it; what a report knows is in the list of reports.' })
  @IsOptional()
  @Length(1, 40)
  by?: string;
}

export class ReportQuestionRequest extends GroupedRequest {
  @ApiPropertyOptional({
    format: 'date',
    example: '2015-01-01',
    description: `A day to look back to. Taken by: ${takers('since')}.`,
  })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'since must be a day, as in 2015-01-01' })
  @IsISO8601({ strict: true }, { message: 'since must be a day of the calendar' })
  since?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 3650,
    description: `Days to look ahead. Taken by: ${takers('within')}.`,
  })
  @IsOptional()
  @Type(() => Number)
  @Max(3650)
  @Min(1)
  @IsInt({ message: 'within must be a whole number of days from 1 to 3650' })
  within?: number;
}

export class ListReportsRequest {
  @FormatFilter('report')
  format?: Format;
}

/** How much of what figures count is shown with them. */
export const COUNTED = ['first', 'none'] as const;

const CountedFilter = (): PropertyDecorator =>
  OneOfFilter(COUNTED, {
    description:
      'Of what each figure counts: the first 20 ids, or none, which makes the answer much smaller. How many they are and where they are listed is said all the same.',
  });

export class ReportRequest extends ReportQuestionRequest {
  @CountedFilter()
  counted?: (typeof COUNTED)[number];

  @FormatFilter('figure')
  format?: Format;
}

/** Of the one report that has an operation of its own: without what it does not take. */
export class ProgressReportRequest extends GroupedRequest {
  @CountedFilter()
  counted?: (typeof COUNTED)[number];

  @FormatFilter('figure')
  format?: Format;
}

export class CountedRequest extends ReportQuestionRequest {
  @ApiProperty({ description: 'The code of the group, or its name, as in the report.', example: 'all' })
  @Length(1, 100)
  group!: string;

  @ApiProperty({ description: 'The code of the figure, as in the report.', example: 'promisesMade' })
  @Length(1, 100)
  figure!: string;

  @PageCursor()
  cursor?: string;

  @PageLimit()
  limit?: number;
}
