/** Whether an event is what its contract says: for tests of deciders, which no schema watches while they run. */
import type { NewEvent } from '@pledgeline/event-sourcing';
import { Value } from 'typebox/value';
import { eventContract } from '../events/catalogue.ts';
import { dataErrors } from '../events/data-errors.ts';

/**
 * Where the data of an event departs from its schema, in words; empty when it does not. A field that no schema names is
 * a departure too, at any depth: subscribers would never learn of it.
 */
export const contractErrors = ({ type, data }: Pick<NewEvent, 'type' | 'data'>): readonly string[] => {
  const named = Value.Clean(eventContract(type).data, structuredClone(data));
  return [
    ...dataErrors(type, data).map((error) => `${type}${error}`),
    ...unnamedIn(data, named).map((path) => `${type}${path} is not in the contract`),
  ];
};

/** The paths of members that are in the first value only. */
const unnamedIn = (value: unknown, named: unknown, path = ''): readonly string[] => {
  if (typeof value !== 'object' || value === null || typeof named !== 'object' || named === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    field in named
      ? unnamedIn(inner, (named as Readonly<Record<string, unknown>>)[field], `${path}/${field}`)
      : [`${path}/${field}`],
  );
};
