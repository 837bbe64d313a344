/** Between which two of its events a pledge is compared. */
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { MOST_REVISION, numberIn } from './pledge.request.ts';

const Revision = (name: string, description: string, example: number): PropertyDecorator => {
  const message = `${name} must be a whole number from 0 to ${MOST_REVISION}`;
  return applyDecorators(
    ApiProperty({ type: 'integer', minimum: 0, maximum: MOST_REVISION, example, description }),
    Transform(({ value }: { readonly value: unknown }) => numberIn(value)),
    IsInt({ message }),
    Min(0, { message }),
    Max(MOST_REVISION, { message }),
  );
};

export class PledgeDifferenceRequest {
  @Revision('from', 'Revision of the earlier event, as the history of the pledge shows it.', 0)
  from!: number;

  @Revision('to', 'Revision of the later event.', 8)
  to!: number;
}
