/** The kinds of fields a request may have: each says at once what is accepted and what the OpenAPI shows. */
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
} from 'class-validator';
import { UUID } from './path-parameters.ts';

interface FieldOptions<Example> {
  readonly example?: Example;
  readonly description?: string;
  readonly optional?: boolean;
}

type Options<Example> = FieldOptions<Example> & { readonly max?: number };

const TEXT = 10_000;
const PARTS = 100;
const YEAR_MONTH_DAY = /^\d{4}-\d{2}-\d{2}$/;
const OR_VAGUER = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** A null is as good as a field left out. */
const field = (
  { optional = false, ...shown }: ApiPropertyOptions & { readonly optional?: boolean },
  ...checks: readonly PropertyDecorator[]
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ ...shown, required: !optional, ...(optional && { nullable: true }) } as ApiPropertyOptions),
    ...(optional ? [IsOptional()] : []),
    ...checks,
  );

/** Kept as stated, but never blank. */
export const Text = ({ max = TEXT, ...options }: Options<string> = {}): PropertyDecorator =>
  field({ type: String, maxLength: max, ...options }, IsString(), MaxLength(max), SaysSomething());

const SaysSomething = (): PropertyDecorator => Matches(/\S/, { message: '$property must say something' });

export const Texts = ({ max = 500, ...options }: Options<readonly string[]> = {}): PropertyDecorator =>
  field(
    { type: [String], maxItems: PARTS, ...options },
    IsArray(),
    ArrayMaxSize(PARTS),
    IsString({ each: true }),
    MaxLength(max, { each: true }),
    Matches(/\S/, { each: true, message: 'each of $property must say something' }),
  );

/** A real day of the calendar: 2021-02-30 is none. */
export const Day = (options: FieldOptions<string> = {}): PropertyDecorator =>
  field(
    { type: String, format: 'date', ...options },
    Matches(YEAR_MONTH_DAY, { message: '$property must be a date written YYYY-MM-DD' }),
    IsISO8601({ strict: true }, { message: '$property must be a day of the calendar' }),
  );

/** The business date of the act, on every command. */
export const OccurredOn = (): PropertyDecorator =>
  Day({ optional: true, description: 'Business date of the act; today when left out.' });

/** As exact as the source: a day, a month or a year. */
export const VagueDay = (options: FieldOptions<string> = {}): PropertyDecorator =>
  field(
    { type: String, pattern: OR_VAGUER.source, ...options },
    Matches(OR_VAGUER, { message: '$property must be YYYY, YYYY-MM or YYYY-MM-DD' }),
    IsISO8601({ strict: true }, { message: '$property must exist in the calendar' }),
  );

export const Id = (options: FieldOptions<string> = {}): PropertyDecorator =>
  field(
    { type: String, format: 'uuid', ...options },
    Matches(UUID, { message: '$property must be a UUID in lower case' }),
  );

export const Pattern = (pattern: RegExp, options: FieldOptions<string> = {}): PropertyDecorator =>
  field({ type: String, pattern: pattern.source, ...options }, Matches(pattern));

export const OneOf = (words: readonly string[], options: FieldOptions<string> = {}): PropertyDecorator =>
  field({ type: String, enum: [...words], ...options }, IsIn(words));

export const Whole = ({
  min = 1,
  max = Number.MAX_SAFE_INTEGER,
  ...options
}: Options<number> & { readonly min?: number } = {}): PropertyDecorator =>
  field({ type: 'integer', minimum: min, maximum: max, ...options }, IsInt(), Min(min), Max(max));

export const YesNo = (options: FieldOptions<boolean> = {}): PropertyDecorator =>
  field({ type: Boolean, ...options }, IsBoolean());

/** What was said about how much: "up to 300", "2-3", or a plain number. What it means is read later. */
export const Stated = (options: FieldOptions<string | number> = {}): PropertyDecorator =>
  field(
    {
      oneOf: [
        { type: 'string', maxLength: 200 },
        { type: 'number', minimum: 0 },
      ],
      ...options,
    },
    check('isStatedQuantity', '$property must be a number or what was said, such as "up to 300"', (value) =>
      typeof value === 'number'
        ? value >= 0
        : typeof value === 'string' && value.length <= 200 && /\S/.test(value),
    ),
  );

/** Several names, as a list or as one text with semicolons between them. */
export const Names = (options: FieldOptions<string> = {}): PropertyDecorator =>
  field(
    {
      oneOf: [
        { type: 'string', maxLength: TEXT },
        { type: 'array', items: { type: 'string' }, maxItems: PARTS },
      ],
      ...options,
    },
    check('isNames', '$property must be a list of names, or names with semicolons between them', (value) => {
      const names: unknown = typeof value === 'string' ? value.split(';') : value;
      return Array.isArray(names) && names.length <= PARTS && names.every(isName);
    }),
  );

const isName = (name: unknown): boolean => typeof name === 'string' && name.length <= 500 && /\S/.test(name);

const check = (name: string, message: string, validate: (value: unknown) => boolean): PropertyDecorator =>
  ValidateBy({ name, validator: { validate, defaultMessage: () => message } });
