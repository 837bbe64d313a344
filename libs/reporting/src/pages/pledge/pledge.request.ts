/** As of when one pledge is asked for. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { AsOfRequest } from '../../answers/page.request.ts';

/** More events no pledge has. */
export const MOST_REVISION = 999_999_999;
const MESSAGE = `atRevision must be a whole number from 0 to ${MOST_REVISION}`;

/** Digits alone: a number would also be made of nothing, and of `0x1`. */
export const numberIn = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;

export class PledgeRequest extends AsOfRequest {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: MOST_REVISION,
    example: 8,
    description:
      'As the pledge stood after this event of its own, as it was recorded then: with the corrections up to there alone, read on the day it was recorded. What stands around a pledge is as it is now: its relatives, its unit and slots, missions on record, and the file of the desk. The event is one that its history shows; not together with `asOf` or `knownAt`.',
  })
  @IsOptional()
  @Transform(({ value }: { readonly value: unknown }) => numberIn(value))
  @IsInt({ message: MESSAGE })
  @Min(0, { message: MESSAGE })
  @Max(MOST_REVISION, { message: MESSAGE })
  atRevision?: number;
}
