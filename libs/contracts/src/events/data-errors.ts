/** Whether data is what the contract of its event says: for data that no decision of ours has made. */
import { Value } from 'typebox/value';
import { eventContract } from './catalogue.ts';

/** Where it departs from the schema, in words, each beginning with the path of the value; empty when it does not. */
export const dataErrors = (type: string, data: unknown): readonly string[] =>
  Value.Errors(eventContract(type).data, data).map(
    ({ instancePath, message }) => `${instancePath} ${message}`,
  );

interface Shape {
  readonly format?: string;
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
}

/** The days that a value of a field holds, also within lists and parts. */
export const daysIn = (type: string, field: string, value: unknown): readonly string[] => {
  const { properties = {} } = eventContract(type).data as Shape;
  const shape = properties[field];
  return shape === undefined ? [] : daysWithin(shape, value);
};

const daysWithin = (
  { format, anyOf = [], items, properties = {} }: Shape,
  value: unknown,
): readonly string[] => {
  const either = anyOf.flatMap((shape) => daysWithin(shape, value));
  if (typeof value === 'string') return format === 'date' ? [value] : either;
  if (Array.isArray(value))
    return items === undefined ? either : value.flatMap((one) => daysWithin(items, one));
  if (typeof value !== 'object' || value === null) return [];
  const parts = Object.entries(value).flatMap(([name, part]) => {
    const shape = properties[name];
    return shape === undefined ? [] : daysWithin(shape, part);
  });
  return [...either, ...parts];
};

/** The fields that events of a type have. */
export const fieldsOf = (type: string): readonly string[] =>
  Object.keys((eventContract(type).data as { readonly properties?: object }).properties ?? {});
