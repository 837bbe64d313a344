/** Whether a fact is what its contract says: for tests of deciders, which no schema watches while they run. */
import type { NewEvent } from '@pledgeline/event-sourcing';
import { dataErrors, fieldsOf } from '../events/data-errors.ts';

/**
 * Where the data of a fact departs from its schema, in words; empty when it does not. A field that no schema names is
 * a departure too: subscribers would never learn of it.
 */
export const contractErrors = ({ type, data }: Pick<NewEvent, 'type' | 'data'>): readonly string[] => {
  const named = fieldsOf(type);
  const unnamed = Object.keys(data as object).filter((field) => !named.includes(field));
  return [
    ...dataErrors(type, data).map((error) => `${type}${error}`),
    ...unnamed.map((field) => `${type}/${field} is not in the contract`),
  ];
};
