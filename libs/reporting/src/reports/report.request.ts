/** What a report may be asked. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsISO8601, IsOptional, Length, Matches, Max, Min } from 'class-validator';
import { PageCursor, PageLimit } from '../answers/page.request.ts';
import { OneOfFilter, ThemeFilter } from '../answers/filters.request.ts';
import { FormatFilter, type Format } from '../answers/format.request.ts';
import { ProgressRequest } from './progress/progress.request.ts';

export class ReportQuestionRequest extends ProgressRequest {
  @ThemeFilter()
  theme?: string;

  @ApiPropertyOptional({ description: 'How to group it; what a report knows is in the list of reports.' })
  @IsOptional()
  @Length(1, 40)
  by?: string;

  @ApiPropertyOptional({
    format: 'date',
    example: '2015-01-01',
    description: 'Of reports that look back to a day.',
  })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'since must be a day, as in 2015-01-01' })
  @IsISO8601({ strict: true }, { message: 'since must be a day of the calendar' })
  since?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 3650,
    description: 'Days, of reports that look ahead.',
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

export class ReportRequest extends ReportQuestionRequest {
  @OneOfFilter(COUNTED, {
    description:
      'Of what each figure counts: the first 20 ids, or none, which makes the answer much smaller. How many they are and where they are listed is said all the same.',
  })
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
