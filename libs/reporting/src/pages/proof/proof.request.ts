/** What the doors of the log of proofs may be asked. */
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { UUID } from '@pledgeline/event-sourcing';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { ConferenceFilter, MemberStateFilter } from '../../answers/filters.request.ts';
import type { OneOrMore } from '../../answers/one-or-more.ts';

const LARGEST = Number.MAX_SAFE_INTEGER;

const WholeNumber = (name: string): PropertyDecorator =>
  applyDecorators(
    Type(() => Number),
    IsInt({ message: `${name} must be a whole number from 0` }),
    Min(0),
    Max(LARGEST),
  );

export class InclusionRequest {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Which leaf of the log, from 0.', example: 0 })
  @WholeNumber('leaf')
  leaf!: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    description: 'Leaves of the tree that it is proved for; the newest signed one where it is left out.',
  })
  @IsOptional()
  @WholeNumber('size')
  size?: number;
}

export class ConsistencyRequest {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Leaves of the older tree.', example: 0 })
  @WholeNumber('from')
  from!: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    description: 'Leaves of the newer tree; the newest signed one where it is left out.',
  })
  @IsOptional()
  @WholeNumber('to')
  to?: number;
}

const MOST_EVENTS = 200;

export class PledgeProofRequest {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    default: 0,
    description: 'The first revision that is asked for: `next` of the answer before.',
  })
  @IsOptional()
  @WholeNumber('from')
  from?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MOST_EVENTS, default: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: `limit must be a whole number from 1 to ${MOST_EVENTS}` })
  @Min(1)
  @Max(MOST_EVENTS)
  limit?: number;
}

const MOST_PLEDGES = 100;

export class BundleRequest {
  @ApiPropertyOptional({
    type: [String],
    maxItems: MOST_PLEDGES,
    description: 'Ids of pledges; the parameter may stand several times.',
  })
  @IsOptional()
  @Transform(({ value }: { readonly value: unknown }) => (value === undefined ? value : [value].flat()))
  @ArrayMaxSize(MOST_PLEDGES)
  @Matches(UUID, { each: true, message: 'each pledge must be the id of a pledge, a UUID in lower case' })
  pledge?: OneOrMore;

  @ConferenceFilter()
  conference?: string;

  @MemberStateFilter()
  memberState?: string;

  @ApiPropertyOptional({ enum: ['true'], description: 'Every event, for those who may read all.' })
  @IsOptional()
  @IsIn(['true'])
  all?: 'true';

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    description: 'Leaves of an older tree: adds the proof that this one goes on from it.',
  })
  @IsOptional()
  @WholeNumber('since')
  since?: number;
}

export class OpeningsRequest {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    default: 0,
    description: 'The first leaf of the log that is asked for, from 0.',
  })
  @IsOptional()
  @WholeNumber('from')
  from?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    description: 'Leaves of the tree that it ends with; the newest signed one where it is left out.',
  })
  @IsOptional()
  @WholeNumber('to')
  to?: number;
}
