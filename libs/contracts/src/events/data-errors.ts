/** Whether data is what the contract of its event says: for data that no decision of ours has made. */
import { Value } from 'typebox/value';
import { eventContract } from './catalogue.ts';

/** Where it departs from the schema, in words, each beginning with the path of the value; empty when it does not. */
export const dataErrors = (type: string, data: unknown): readonly string[] =>
  Value.Errors(eventContract(type).data, data).map(
    ({ instancePath, message }) => `${instancePath} ${message}`,
  );

/** The fields that events of a type have. */
export const fieldsOf = (type: string): readonly string[] =>
  Object.keys((eventContract(type).data as { readonly properties?: object }).properties ?? {});
