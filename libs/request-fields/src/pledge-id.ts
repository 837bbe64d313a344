/** Fields that name a pledge, by its id or by its reference. Which fields these are is kept here for the pipe that replaces names by ids. */
import { UUID } from '@pledgeline/event-sourcing';
import { applyDecorators } from '@nestjs/common';
import type { Type as Class } from '@nestjs/common';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, Matches } from 'class-validator';
import { field, PARTS, type FieldOptions } from './field.ts';
import { ID_OR_REFERENCE } from './pledge-reference.ts';

/** A pledge, several of them, or an object (or a list of them) that has such fields. */
export type Naming = 'pledge' | 'pledges' | Class;

const known = new Map<object, Map<string, Naming>>();

/** The fields of a request class, its parents' among them, that name pledges or hold what does. */
export const namingFieldsOf = (request: Class): ReadonlyMap<string, Naming> => {
  const own = known.get(request.prototype as object) ?? new Map<string, Naming>();
  const parent = Object.getPrototypeOf(request) as Class | null;
  return typeof parent === 'function' && parent.prototype !== undefined
    ? new Map([...namingFieldsOf(parent), ...own])
    : own;
};

export const naming =
  (what: Naming): PropertyDecorator =>
  (prototype, name) => {
    const fields = known.get(prototype) ?? new Map<string, Naming>();
    known.set(prototype, fields.set(String(name), what));
  };

/** By now its id: names were replaced before. */
export const PledgeId = (options: FieldOptions<string> = {}): PropertyDecorator =>
  applyDecorators(
    naming('pledge'),
    field(
      { type: String, ...options, alsoSaid: 'Its id or reference.', lookup: 'pledge' },
      Matches(UUID, { message: `$property must be ${ID_OR_REFERENCE}` }),
    ),
  );

/** At least one, each once. */
export const PledgeIds = (options: FieldOptions<readonly string[]> = {}): PropertyDecorator =>
  applyDecorators(
    naming('pledges'),
    field(
      {
        ...{ type: [String], minItems: 1, maxItems: PARTS, uniqueItems: true },
        ...options,
        ...{ alsoSaid: 'Each by its id or reference.', lookup: 'pledge' as const },
      },
      IsArray(),
      ArrayMinSize(1),
      ArrayMaxSize(PARTS),
      ArrayUnique(),
      Matches(UUID, { each: true, message: `each of $property must be ${ID_OR_REFERENCE}` }),
    ),
  );
