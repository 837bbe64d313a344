/**
 * References taken wherever a request takes the id of a pledge: replaced by the id before anything else looks at the request.
 * One pipe for every slice, which brings the read model that knows the names.
 */
import type { ArgumentMetadata, PipeTransform, Type as Class } from '@nestjs/common';
import { pause, Rejected, UUID } from '@pledgeline/event-sourcing';
import { PARTS } from './field.ts';
import { namingFieldsOf, type Naming } from './pledge-id.ts';
import { ID_OR_REFERENCE, pledgeReference } from './pledge-reference.ts';

/** Ids of the pledges that bear a reference. */
export type FindNamed = (reference: string) => Promise<readonly string[]>;

export interface LookAgain {
  /** How long in all a name that is not known is looked for, in milliseconds. */
  readonly forMs: number;
  readonly everyMs: number;
}

/** What was announced a moment ago reaches the read model a moment later. */
const A_MOMENT: LookAgain = { forMs: 1000, everyMs: 100 };

/** A parameter of every path to a pledge. */
const PARAMETER = 'pledgeId';

/** What the name of a pledge stands for; what is no reference stays as it is, for the field to judge. */
export type FindPledge = (name: string, place?: Place) => Promise<string>;

/** It throws `Rejected`: what the place says of an unknown name, or REFERENCE_AMBIGUOUS. */
export const pledgeFinder = (find: FindNamed, { forMs, everyMs }: LookAgain = A_MOMENT): FindPledge => {
  const bearersOf = async (reference: string): Promise<readonly string[]> => {
    for (let waited = 0; ; waited += everyMs) {
      const found = await find(reference);
      if (found.length > 0 || waited >= forMs) return found;
      await pause(everyMs);
    }
  };

  return async (name, place = inPath) => {
    const reference = pledgeReference(name);
    if (reference === null) return name;
    const [id, ...others] = await bearersOf(reference);
    if (id === undefined) throw place.unknown(name);
    if (others.length > 0) throw ambiguous(name, place.field, [id, ...others]);
    return id;
  };
};

/** Its pipe throws `Rejected`: ID_INVALID, PLEDGE_NOT_FOUND, UNKNOWN_PLEDGE or REFERENCE_AMBIGUOUS. */
export const pledgesByName = (
  find: FindNamed,
  lookAgain: LookAgain = A_MOMENT,
): PipeTransform<unknown, Promise<unknown>> => {
  const idOf = pledgeFinder(find, lookAgain);

  const replaceIn = async (value: unknown, request: Class, path: string): Promise<void> => {
    if (typeof value !== 'object' || value === null) return;
    const fields = value as Record<string, unknown>;
    for (const [name, what] of namingFieldsOf(request)) {
      if (Object.hasOwn(fields, name)) fields[name] = await replaced(fields[name], what, path + name);
    }
  };

  const replaced = async (value: unknown, what: Naming, field: string): Promise<unknown> => {
    if (!Array.isArray(value)) return what === 'pledges' ? value : replacedOne(value, what, field);
    // Longer than any request may have: for validation to refuse.
    if (what === 'pledge' || value.length > PARTS) return value;
    const items: unknown[] = [];
    for (const item of value) {
      items.push(await replacedOne(item, what === 'pledges' ? 'pledge' : what, field));
    }
    return items;
  };

  const replacedOne = async (value: unknown, what: Naming, field: string): Promise<unknown> => {
    if (what === 'pledge') return typeof value === 'string' ? idOf(value, inBody(field)) : value;
    if (what !== 'pledges') await replaceIn(value, what, `${field}.`);
    return value;
  };

  return {
    transform: async (value: unknown, { type, data, metatype }: ArgumentMetadata): Promise<unknown> => {
      if (type === 'param' && data === PARAMETER && typeof value === 'string') {
        const id = await idOf(value, inPath);
        if (UUID.test(id)) return id;
        throw new Rejected('invalid', 'ID_INVALID', `${PARAMETER} must be ${ID_OR_REFERENCE}.`, {
          field: PARAMETER,
        });
      }
      if ((type === 'body' || type === 'query') && metatype !== undefined)
        await replaceIn(value, metatype, '');
      return value;
    },
  };
};

interface Place {
  readonly field: string;
  readonly unknown: (name: string) => Rejected;
}

const inPath: Place = {
  field: PARAMETER,
  unknown: (name) =>
    new Rejected('missing', 'PLEDGE_NOT_FOUND', `There is no pledge ${name}.`, { field: PARAMETER }),
};

const inBody = (field: string): Place => ({
  field,
  unknown: (name) => new Rejected('invalid', 'UNKNOWN_PLEDGE', `There is no pledge ${name}.`, { field }),
});

const ambiguous = (name: string, field: string, candidates: readonly string[]): Rejected =>
  new Rejected(
    'conflict',
    'REFERENCE_AMBIGUOUS',
    `Several pledges are named ${name}: send the id of the one meant, ${candidates.join(' or ')}.`,
    { field, candidates },
  );
