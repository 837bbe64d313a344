/** The kinds of fields that take over what was said, as it was said; what it means is read later. */
import { saysSomething } from '@pledgeline/contracts';
import { IsISO8601, Matches, ValidateBy } from 'class-validator';
import { field, NotBeforeFirstOperation, PARTS, TEXT, Text, type FieldOptions } from './field.ts';

const OR_VAGUER = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** As exact as the source: a day, a month or a year. */
export const VagueDay = (options: FieldOptions<string> = {}): PropertyDecorator =>
  field(
    { type: String, pattern: OR_VAGUER.source, ...options },
    Matches(OR_VAGUER, { message: '$property must be YYYY, YYYY-MM or YYYY-MM-DD' }),
    IsISO8601({ strict: true }, { message: '$property must exist in the calendar' }),
    NotBeforeFirstOperation(),
  );

/** A day as people write it: "2021-12-07", "7 Dec 2021". Which day it is, is read later. */
export const WrittenDay = (options: FieldOptions<string> = {}): PropertyDecorator =>
  Text({ max: 50, ...options });

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
        : typeof value === 'string' && value.length <= 200 && saysSomething(value),
    ),
  );

/** A share in per cent, or what was said of it, such as "double by 2027". What it means is read later. */
export const StatedShare = (options: FieldOptions<string | number> = {}): PropertyDecorator =>
  field(
    {
      oneOf: [
        { type: 'string', maxLength: 200 },
        { type: 'number', minimum: 0, maximum: 100 },
      ],
      ...options,
    },
    check(
      'isStatedShare',
      '$property must be a number from 0 to 100, or what was said, such as "double"',
      (value) =>
        typeof value === 'number'
          ? value >= 0 && value <= 100
          : typeof value === 'string' && value.length <= 200 && saysSomething(value),
    ),
  );

/** A value whose kind depends on its field: a text or a number. */
export const Said = (options: FieldOptions<string | number> = {}): PropertyDecorator =>
  field(
    { oneOf: [{ type: 'string', maxLength: TEXT }, { type: 'number' }], ...options },
    check('isSaid', '$property must be a text or a number', (value) =>
      typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && value.length <= TEXT,
    ),
  );

/** Whatever a field of an event may hold: what is meant for it is known only beside the event. */
export const AnyValue = (options: FieldOptions<string | number> = {}): PropertyDecorator =>
  field(
    {
      // Whatever JSON can say: a list of all its kinds says no more, and some generators stumble over it.
      oneOf: [{}],
      ...options,
    },
    check('isValue', `$property must be a value of at most ${TEXT} characters`, (value) => {
      const text = JSON.stringify(value) as string | undefined;
      return text !== undefined && text.length <= TEXT;
    }),
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

const isName = (name: unknown): boolean =>
  typeof name === 'string' && name.length <= 500 && saysSomething(name);

const check = (name: string, message: string, validate: (value: unknown) => boolean): PropertyDecorator =>
  ValidateBy({ name, validator: { validate, defaultMessage: () => message } });
