/** Filters that lists and reports have in common. A value outside a closed list is refused with the list. */
import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { capabilities, categories, TAGS } from '@pledgeline/contracts';
import { EXAMPLE_REFERENCE, pledgeReference, REFERENCE } from '@pledgeline/request-fields';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsIn,
  IsISO8601,
  IsOptional,
  Length,
  Matches,
  MaxLength,
  ValidateBy,
} from 'class-validator';

export const CAPABILITY_CODES = capabilities.map(({ code }) => code);

/** Values for a filter that takes several: more would be no question of a person. */
const MOST_VALUES = 50;

/** A filter that may stand several times, `?status=READY&status=DEPLOYED`: any of them fits. */
const Several = (...decorators: readonly PropertyDecorator[]): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    Transform(({ value }: { readonly value: unknown }) => (value === undefined ? value : [value].flat())),
    ArrayMaxSize(MOST_VALUES),
    ...decorators,
  );

/** Any of several words of a closed list. */
export const AnyOfFilter = (words: readonly string[], more: ApiPropertyOptions = {}): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: [String],
      enum: [...words],
      maxItems: MOST_VALUES,
      ...more,
    }),
    Several(IsIn(words, { each: true })),
  );

/** @param more of the description in the API document. */
export const OneOfFilter = (words: readonly string[], more: ApiPropertyOptions = {}): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ enum: [...words], ...more }), IsOptional(), IsIn(words));

export const ConferenceFilter = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ description: 'A code, or `none` for pledges made outside any conference.' }),
    IsOptional(),
    Length(1, 100),
  );

export const ConferencesFilter = (
  description = 'Codes, or `none` for pledges made outside any conference.',
): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: [String], maxItems: MOST_VALUES, description }),
    Several(Length(1, 100, { each: true })),
  );

export const CategoryFilter = (): PropertyDecorator => OneOfFilter(categories);

/** What a theme is looked for in. */
const THEMES =
  'Of its capability, of its announcement, or as the desk tagged it; by its code, or by any name that everybody knows or the desk has entered. A measure of the action plan is found in what serves it, too.';

/** Names get their codes where the registers can be asked: `views/names-in-question.ts`. */
const NAME_LENGTH = [1, 200] as const;

export const ThemeFilter = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ enum: [...TAGS], description: THEMES }),
    IsOptional(),
    Length(...NAME_LENGTH),
  );

/** Any of several themes. */
export const ThemesFilter = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: [String], enum: [...TAGS], maxItems: MOST_VALUES, description: THEMES }),
    Several(Length(...NAME_LENGTH, { each: true })),
  );

/** A state by code or name: refused where it is unknown, or where two states bear the name. */
export const MemberStateFilter = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      description: 'ISO 3166 alpha-3, or any name of the state, also one that the desk has entered.',
      example: 'Bangladesh',
      type: String,
    }),
    IsOptional(),
    Length(...NAME_LENGTH),
  );

export const MemberStatesFilter = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: [String],
      maxItems: MOST_VALUES,
      description: 'ISO 3166 alpha-3, or any name of the state; several times for any of several states.',
      example: ['Bangladesh'],
    }),
    Several(Length(...NAME_LENGTH, { each: true })),
  );

/** A mission by code or by any name; refused where the name means none. */
export const MissionFilter = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ description: 'A code, or any name of the mission.', example: 'MINUSCA' }),
    IsOptional(),
    Length(...NAME_LENGTH),
  );

/** Any of several missions. */
export const MissionsFilter = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: [String],
      maxItems: MOST_VALUES,
      description: 'A code, or any name of the mission; several times for any of several missions.',
      example: ['MINUSCA'],
    }),
    Several(Length(...NAME_LENGTH, { each: true })),
  );

/** A page of what a figure counts. */
const MOST_REFERENCES = 200;

/** Pledges by what they are called, in any case. */
export const ReferencesFilter = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: [String],
      maxItems: MOST_REFERENCES,
      description: 'These alone, as far as there are such pledges.',
      example: [EXAMPLE_REFERENCE],
    }),
    IsOptional(),
    Transform(({ value }: { readonly value: unknown }) =>
      value === undefined ? value : [value].flat().map((one) => canonical(one)),
    ),
    ArrayMaxSize(MOST_REFERENCES),
    MaxLength(NAME_LENGTH[1], { each: true }),
    Matches(REFERENCE, {
      each: true,
      message: `reference must be the reference of a pledge, as in ${EXAMPLE_REFERENCE}`,
    }),
  );

const canonical = (written: unknown): unknown =>
  typeof written === 'string' ? (pledgeReference(written) ?? written) : written;

/**
 * A day at the beginning or the end of a range, included.
 * @param from of an end: where its range begins. A range that ends before it begins would find nothing, whatever is there.
 */
export const DayFilter = (name: string, description: string, from?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      format: 'date',
      description: from === undefined ? description : `${description} Not before \`${from}\`.`,
    }),
    ...(from === undefined ? [] : [notBefore(name, from)]),
    IsOptional(),
    Matches(DAY, { message: `${name} must be a day, as in 2026-12-31` }),
    IsISO8601({ strict: true }, { message: `${name} must be a day of the calendar` }),
  );

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A beginning that is no day is refused for itself. */
const notBefore = (name: string, from: string): PropertyDecorator =>
  ValidateBy({
    name: 'notBefore',
    validator: {
      validate: (value: unknown, said) => {
        const begin = (said?.object as Readonly<Record<string, unknown>> | undefined)?.[from];
        const areDays = [begin, value].every((day) => typeof day === 'string' && DAY.test(day));
        return !areDays || String(value) >= String(begin);
      },
      defaultMessage: () => `${name} must be ${from} or a later day`,
    },
  });

/** For readers of everything. */
export const AssigneeFilter = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      description:
        'The subject of an officer who deals with it, or with one of its tasks. For readers of everything.',
      example: 'desk.officer',
    }),
    IsOptional(),
    Matches(/^\S{1,100}$/, { message: 'assignee must be the subject of an officer, without blanks' }),
  );

/** What has neither letter nor digit would find nothing, whatever is there. */
export const WordsFilter = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ maxLength: 200, description, example: 'field hospital' }),
    IsOptional(),
    Matches(/[\p{L}\p{N}]/u, { message: 'q must hold a letter or a digit' }),
    MaxLength(200),
  );
