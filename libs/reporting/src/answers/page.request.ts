/** What every question may say besides its filters: what it must have seen, as of when, and which part of the answer is wanted. */
import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { STREAM_CATEGORIES } from '@pledgeline/contracts';
import { Type } from 'class-transformer';
import { IsInt, IsISO8601, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { DEFAULT_LIMIT } from './cursor.ts';
import { FormatFilter, type Format } from './format.request.ts';

const MOST = 200;
const STREAMS = STREAM_CATEGORIES.join('|');

export class AsOfRequest {
  @ApiPropertyOptional({
    description:
      'Wait until this is in the answer: `stream@revision` as a command answered it, or of what you may read. After 5 s 409 NOT_YET_VISIBLE: ask again. What there is not, and what you may not read, is refused at once, 422 UNKNOWN_EVENT.',
    pattern: `^(${STREAMS})-.+@\\d+$`,
  })
  @IsOptional()
  @Matches(new RegExp(`^(${STREAMS})-[\\w.-]{1,100}@\\d{1,9}$`), {
    message: 'after must be a stream and a revision, as in pledge-01890a5d-ac96-774b-bcce-b302099a8057@3',
  })
  after?: string;

  @ApiPropertyOptional({
    format: 'date',
    example: '2016-06-17',
    description: 'Only what had happened by this day.',
  })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'asOf must be a day, as in 2016-06-17' })
  @IsISO8601({ strict: true }, { message: 'asOf must be a day of the calendar' })
  asOf?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    example: '2026-01-31T12:00:00Z',
    description: 'Only what was recorded by this moment.',
  })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/, {
    message: 'knownAt must be a moment with its offset, as in 2026-01-31T12:00:00Z',
  })
  @IsISO8601({ strict: true, strictSeparator: true }, { message: 'knownAt must be a moment of the calendar' })
  knownAt?: string;
}

/** `next` of the page before. */
export const PageCursor = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ description: '`next` of the page before, under the same filters.' }),
    IsOptional(),
    IsString(),
    MaxLength(1000),
  );

/** How many items a page has. */
export const PageLimit = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ minimum: 1, maximum: MOST, default: DEFAULT_LIMIT, type: 'integer' }),
    IsOptional(),
    Type(() => Number),
    // The first rule is reported first. A text that is no number breaks the other two as well.
    IsInt({ message: `limit must be a whole number from 1 to ${MOST}` }),
    Min(1),
    Max(MOST),
  );

export class PageRequest extends AsOfRequest {
  @PageCursor()
  cursor?: string;

  @PageLimit()
  limit?: number;

  @FormatFilter('item, and up to 1,000 of them where no limit is named')
  format?: Format;
}
