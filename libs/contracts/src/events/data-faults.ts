/**
 * What is wrong with data that somebody sent for an event, value by value, in words for people and in those of JSON Schema for programs:
 * as a request's own faults are told (decision 50).
 */
import { Value } from 'typebox/value';
import { eventContract } from './catalogue.ts';

export interface DataFault {
  /** Names of members and numbers of items, from the outermost. */
  readonly path: readonly string[];
  /** What the value must be; the name of the field goes before it. */
  readonly words: string;
  /** The keyword of JSON Schema that the value breaks. */
  readonly rule: string;
  readonly limit?: string | number;
  readonly allowed?: readonly string[];
}

/** Each value by the first rule that it breaks; empty where the data is what the contract says. @throws {Error} for an unknown type. */
export const dataFaults = (type: string, data: unknown): readonly DataFault[] => {
  const errors = Value.Errors(eventContract(type).data, data);
  const eitherAt = new Set(errors.filter(isEither).map(({ instancePath }) => instancePath));
  const found = new Map<string, DataFault>();
  for (const error of errors) {
    // That a value is not null either is said of every field that may be left out: what it must be else says more.
    if (isEither(error) || (isNull(error) && eitherAt.has(error.instancePath))) continue;
    for (const fault of faultsOf(error)) {
      const place = fault.path.join('/');
      if (!found.has(place)) found.set(place, fault);
    }
  }
  return [...found.values()];
};

type SchemaError = ReturnType<typeof Value.Errors>[number];

const isEither = ({ keyword }: SchemaError): boolean => keyword === 'anyOf';

const isNull = (error: SchemaError): boolean => error.keyword === 'type' && error.params.type === 'null';

const faultsOf = (error: SchemaError): readonly DataFault[] => {
  const path = pathOf(error.instancePath);
  if (error.keyword === 'required') {
    return error.params.requiredProperties.map((name) => ({
      ...{ path: [...path, name], words: 'must be given', rule: 'required' },
    }));
  }
  return [{ path, rule: error.keyword, ...toldOf(error) }];
};

/** RFC 6901. */
const pathOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));

const toldOf = (error: SchemaError): Pick<DataFault, 'words' | 'limit' | 'allowed'> => {
  switch (error.keyword) {
    case 'type': {
      const limit = [error.params.type].flat().join(' or ');
      return { words: `must be ${KINDS[limit] ?? limit}`, limit };
    }
    case 'minimum':
      return { words: `must be at least ${error.params.limit}`, limit: Number(error.params.limit) };
    case 'maximum':
      return { words: `must be at most ${error.params.limit}`, limit: Number(error.params.limit) };
    case 'minLength':
      return { words: 'must say something', limit: error.params.limit };
    case 'enum': {
      const allowed = error.params.allowedValues.map(String);
      return { words: `must be one of ${allowed.join(', ')}`, allowed };
    }
    case 'const': {
      const allowed = [String(error.params.allowedValue)];
      return { words: `must be ${allowed.join()}`, allowed };
    }
    case 'format': {
      const { format } = error.params;
      return { words: `must be ${FORMATS[format] ?? format}`, limit: format };
    }
    default:
      return { words: error.message };
  }
};

const KINDS: Readonly<Record<string, string>> = {
  integer: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  null: 'left out',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'a day, as in 2026-03-31',
  uuid: 'an id',
};
