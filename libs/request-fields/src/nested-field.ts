/** Parts that have fields of their own, each checked like a body. */
import { applyDecorators } from '@nestjs/common';
import type { Type as Class } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { field, PARTS, type FieldOptions } from './field.ts';
import { naming } from './pledge-id.ts';

export interface PartsOptions {
  readonly min?: number;
  readonly description?: string;
  readonly optional?: boolean;
}

/** One such part. */
export const Part = (part: Class, shown: FieldOptions<object> = {}): PropertyDecorator =>
  applyDecorators(
    naming(part),
    field(
      { type: part, ...shown },
      IsObject({ message: '$property must be an object' }),
      ValidateNested(),
      Type(() => part),
    ),
  );

/** A list of them. */
export const Parts = (part: Class, { min = 1, ...shown }: PartsOptions = {}): PropertyDecorator =>
  applyDecorators(
    naming(part),
    field(
      { type: [part], minItems: min, maxItems: PARTS, ...shown },
      IsArray(),
      ArrayMinSize(min),
      ArrayMaxSize(PARTS),
      IsObject({ each: true, message: 'each of $property must be an object' }),
      ValidateNested({ each: true }),
      Type(() => part),
    ),
  );
