/** The form of the list, and which two editions are compared. */
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { FormatFilter, type Format } from '../../answers/format.request.ts';
import { AsOfRequest } from '../../answers/page.request.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class DifferenceRequest extends AsOfRequest {
  @ApiProperty({ format: 'date', example: '2021-06-01' })
  @Matches(DAY, { message: 'from must be the day of an edition, as in 2021-06-01' })
  from!: string;

  @ApiProperty({ format: 'date', example: '2022-03-01' })
  @Matches(DAY, { message: 'to must be the day of an edition, as in 2022-03-01' })
  to!: string;
}

export class ListRequirementSetsRequest extends AsOfRequest {
  @FormatFilter('set')
  format?: Format;
}
