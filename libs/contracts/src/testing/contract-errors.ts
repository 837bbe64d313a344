/** Whether a fact is what its contract says: for tests of deciders, which no schema watches while they run. */
import { Value } from 'typebox/value';
import type { NewEvent } from '@pledgeline/event-sourcing';
import { eventContract } from '../events/catalogue.ts';

/**
 * Where the data of a fact departs from its schema, in words; empty when it does not. A field that no schema names is
 * a departure too: subscribers would never learn of it.
 */
export const contractErrors = ({ type, data }: Pick<NewEvent, 'type' | 'data'>): readonly string[] => {
  const { data: schema } = eventContract(type);
  const wrong = Value.Errors(schema, data).map(
    ({ instancePath, message }) => `${type}${instancePath} ${message}`,
  );
  const named = Object.keys((schema as { properties?: object }).properties ?? {});
  const unnamed = Object.keys(data as object).filter((field) => !named.includes(field));
  return [...wrong, ...unnamed.map((field) => `${type}/${field} is not in the contract`)];
};
