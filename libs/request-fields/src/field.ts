/** The kinds of fields a request may have: each says at once what is accepted and what the OpenAPI shows. */
import { UUID } from '@pledgeline/event-sourcing';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
} from 'class-validator';
import {
  FIELD_TITLE,
  FIRST_OPERATION,
  isInMinorUnits,
  saysSomething,
  TOO_EARLY,
} from '@pledgeline/contracts';
import type { FieldWords, Lookup } from './words/field-words.ts';
import { wordsOf } from './words/words-of.ts';

export interface FieldOptions<Example> {
  readonly example?: Example;
  readonly description?: string;
  readonly optional?: boolean;
}

type Options<Example> = FieldOptions<Example> & { readonly max?: number };

export const TEXT = 10_000;
export const PARTS = 100;
const YEAR_MONTH_DAY = /^\d{4}-\d{2}-\d{2}$/;

type Shown = ApiPropertyOptions & {
  readonly optional?: boolean;
  /** Of every field of this kind, after what is said of the one. */
  readonly alsoSaid?: string;
  readonly lookup?: Lookup;
};

/**
 * One field: what the OpenAPI shows and what is checked. A null is as good as a field left out. Its words stand in `words/`, by
 * request and name; a description here takes the place of theirs.
 */
export const field =
  ({ optional = false, ...shown }: Shown, ...checks: readonly PropertyDecorator[]): PropertyDecorator =>
  (request, name) => {
    const said = inWords(shown, wordsOf(request.constructor.name, String(name)));
    const known = { ...said, required: !optional, ...(optional && { nullable: true }) } as ApiPropertyOptions;
    applyDecorators(ApiProperty(known), ...(optional ? [IsOptional()] : []), ...checks)(request, name);
  };

/** A `title` names a component in our documents, so that the label of a field has a name of its own until they are written. */
const inWords = (
  { alsoSaid, lookup, description, ...shown }: Omit<Shown, 'optional'>,
  said: FieldWords | undefined,
): object => {
  const sentences = [description ?? said?.description, alsoSaid].filter((text) => text !== undefined);
  const list = lookup ?? said?.lookup;
  return {
    ...shown,
    ...(sentences.length > 0 && { description: sentences.join(' ') }),
    ...(said !== undefined && { [FIELD_TITLE]: said.title }),
    ...(list !== undefined && { 'x-lookup': list }),
    ...(shown.example === undefined && said?.example !== undefined && { examples: [said.example] }),
    ...(said?.neededWhen !== undefined && { 'x-needed-when': said.neededWhen }),
  };
};

/** Kept as stated, but never blank. */
export const Text = ({ max = TEXT, ...options }: Options<string> = {}): PropertyDecorator =>
  field({ type: String, maxLength: max, ...options }, IsString(), MaxLength(max), SaysSomething());

const SaysSomething = (): PropertyDecorator =>
  ValidateBy({
    name: 'saysSomething',
    validator: {
      validate: (value) => typeof value === 'string' && saysSomething(value),
      defaultMessage: () => '$property must say something',
    },
  });

export const Texts = ({ max = 500, ...options }: Options<readonly string[]> = {}): PropertyDecorator =>
  field(
    { type: [String], maxItems: PARTS, ...options },
    IsArray(),
    ArrayMaxSize(PARTS),
    IsString({ each: true }),
    MaxLength(max, { each: true }),
    ValidateBy(
      {
        name: 'saysSomething',
        validator: {
          validate: (value) => typeof value === 'string' && saysSomething(value),
          defaultMessage: () => 'each of $property must say something',
        },
      },
      { each: true },
    ),
  );

/** A real day of the calendar: 2021-02-30 is none. */
export const Day = (options: FieldOptions<string> = {}): PropertyDecorator =>
  field(
    { type: String, format: 'date', ...options },
    Matches(YEAR_MONTH_DAY, { message: '$property must be a date written YYYY-MM-DD' }),
    IsISO8601({ strict: true }, { message: '$property must be a day of the calendar' }),
    NotBeforeFirstOperation(),
  );

/** Also of a month or a year: as text they compare with the day, and the year of the operation is none before it. */
export const NotBeforeFirstOperation = (): PropertyDecorator =>
  ValidateBy({
    name: TOO_EARLY,
    validator: {
      validate: (value) => typeof value === 'string' && value >= FIRST_OPERATION.slice(0, value.length),
      defaultMessage: () =>
        `$property must not be before ${FIRST_OPERATION}, the first peacekeeping operation`,
    },
  });

/** The business date of the act, on every command. */
export const OccurredOn = (): PropertyDecorator => Day({ optional: true });

export const Id = (options: FieldOptions<string> = {}): PropertyDecorator =>
  field(
    { type: String, format: 'uuid', ...options },
    Matches(UUID, { message: '$property must be a UUID in lower case' }),
  );

/** At least one, each once. */
export const Ids = (options: FieldOptions<readonly string[]> = {}): PropertyDecorator =>
  field(
    { type: [String], minItems: 1, maxItems: PARTS, uniqueItems: true, ...options },
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(PARTS),
    ArrayUnique(),
    Matches(UUID, { each: true, message: 'each of $property must be a UUID in lower case' }),
  );

export const Pattern = (pattern: RegExp, options: FieldOptions<string> = {}): PropertyDecorator =>
  field({ type: String, pattern: pattern.source, ...options }, Matches(pattern));

export const OneOf = (words: readonly string[], options: FieldOptions<string> = {}): PropertyDecorator =>
  field({ type: String, enum: [...words], ...options }, IsIn(words));

/** Each once, of a closed list; may be empty. */
export const SomeOf = (
  words: readonly string[],
  options: FieldOptions<readonly string[]> = {},
): PropertyDecorator =>
  field(
    { type: String, isArray: true, enum: [...words], uniqueItems: true, ...options },
    IsArray(),
    ArrayUnique(),
    IsIn(words, { each: true }),
  );

export const Whole = ({
  min = 1,
  max = Number.MAX_SAFE_INTEGER,
  ...options
}: Options<number> & { readonly min?: number } = {}): PropertyDecorator =>
  field({ type: 'integer', minimum: min, maximum: max, ...options }, IsInt(), Min(min), Max(max));

/** Any number that is one; whole or not. */
export const Figure = ({
  min = -Number.MAX_SAFE_INTEGER,
  max = Number.MAX_SAFE_INTEGER,
  ...options
}: Options<number> & { readonly min?: number } = {}): PropertyDecorator =>
  field({ type: Number, minimum: min, maximum: max, ...options }, IsNumber(), Min(min), Max(max));

/** Of money: more than nothing, to the thousandth at most, the smallest unit of any currency. */
export const Amount = (options: FieldOptions<number> = {}): PropertyDecorator =>
  field(
    { type: Number, minimum: SMALLEST_AMOUNT, maximum: LARGEST_AMOUNT, ...options },
    IsNumber(),
    IsToTheThousandth(),
    Min(SMALLEST_AMOUNT),
    Max(LARGEST_AMOUNT),
  );

/** Not `maxDecimalPlaces`, which fails on a number that is written with an exponent, such as 1e-9. */
function IsToTheThousandth(): PropertyDecorator {
  return ValidateBy({
    name: 'isToTheThousandth',
    validator: {
      validate: (value) => Number.isFinite(value) && isInMinorUnits(value as number, 'KWD'),
      defaultMessage: () => '$property must have at most 3 decimals',
    },
  });
}

const SMALLEST_AMOUNT = 0.001;
const LARGEST_AMOUNT = 1_000_000_000_000;

export const YesNo = (options: FieldOptions<boolean> = {}): PropertyDecorator =>
  field({ type: Boolean, ...options }, IsBoolean());

export const PerCent = (options: FieldOptions<number> = {}): PropertyDecorator =>
  field({ type: Number, minimum: 0, maximum: 100, ...options }, IsNumber(), Min(0), Max(100));

/** A field that was replaced: a caller who still sends it learns what says the same now. */
export const ReplacedBy = (instead: string): PropertyDecorator =>
  field(
    {
      type: 'null',
      deprecated: true,
      optional: true,
      description: `Replaced by ${instead}.`,
    },
    ValidateBy({
      name: 'isReplaced',
      validator: {
        validate: () => false,
        defaultMessage: () => `$property is not taken any more: send ${instead}`,
      },
    }),
  );
