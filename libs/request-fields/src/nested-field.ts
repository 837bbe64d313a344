/** Parts that have fields of their own, each checked like a body. */
import type { Type as Class } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { field, PARTS, type FieldOptions } from './field.ts';

export interface PartsOptions {
  readonly min?: number;
  readonly description?: string;
  readonly optional?: boolean;
}

/** One such part. */
export const Part = (part: Class, shown: FieldOptions<object> = {}): PropertyDecorator =>
  field(
    { type: part, ...shown },
    IsObject({ message: '$property must be an object' }),
    ValidateNested(),
    Type(() => part),
  );

/** A list of them. */
export const Parts = (part: Class, { min = 1, ...shown }: PartsOptions = {}): PropertyDecorator =>
  field(
    { type: [part], minItems: min, maxItems: PARTS, ...shown },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(PARTS),
    IsObject({ each: true, message: 'each of $property must be an object' }),
    ValidateNested({ each: true }),
    Type(() => part),
  );
