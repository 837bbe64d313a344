/** Made-up data for the documents: one valid value of a schema, with the fields that everybody reads filled in likely. */
import type { JsonSchema } from './json-schema.ts';
import { likely } from './example.data.ts';

const formats: Readonly<Record<string, string>> = {
  uuid: '0199e1f2-b091-7273-9485-6789abcdef01',
  date: '2026-03-01',
};

/** @param field its name, which may say what is likely in it. @throws {Error} for a kind of schema that no event uses. */
export const exampleOf = (schema: JsonSchema, field = ''): unknown => {
  const [first] = schema.anyOf ?? schema.enum ?? [];
  if (schema.anyOf !== undefined) return exampleOf(first as JsonSchema, field);
  if (schema.enum !== undefined) return first;
  if (fits(schema, likely[field])) return likely[field];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, value]) => [name, exampleOf(value, name)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 1 }, () => exampleOf(schema.items ?? {}, field));
    case 'string':
      return formats[schema.format ?? ''] ?? wordsOf(field);
    case 'integer':
    case 'number':
      return schema.minimum ?? 0;
    case 'boolean':
      return false;
    case undefined:
      // Anything: what a correction found, and what it put in its place.
      return likely[field];
    default:
      throw new Error(`no example for ${field} ${JSON.stringify(schema)}`);
  }
};

const fits = ({ type }: JsonSchema, value: unknown): boolean =>
  value !== undefined &&
  (Array.isArray(value)
    ? type === 'array'
    : typeof value === 'number'
      ? type === 'number' || (type === 'integer' && Number.isInteger(value))
      : typeof value === type);

/** `mouReference` becomes "mou reference". */
const wordsOf = (field: string): string =>
  field === '' ? 'text' : field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
