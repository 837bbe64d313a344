/**
 * Words to describe answers in OpenAPI 3.1. An object is described against its TypeScript type: a field that is missing
 * from either does not compile.
 */
import type { AnsweredAt } from './query-context.ts';

export interface Schema {
  /** Names the component that the API document makes of it, and the class that generated clients have for it. */
  readonly title?: string;
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly enum?: string[];
  readonly items?: Schema;
  readonly properties?: Record<string, Schema>;
  readonly required?: string[];
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: Schema[];
}

export const text: Schema = { type: 'string' };
export const uuid: Schema = { type: 'string', format: 'uuid' };
/** Business date. */
export const day: Schema = { type: 'string', format: 'date' };
export const instant: Schema = { type: 'string', format: 'date-time' };
export const whole: Schema = { type: 'integer' };
export const number: Schema = { type: 'number' };
export const flag: Schema = { type: 'boolean' };

/** @param title names a list that is no closed list of the contracts. */
export const oneOf = (words: readonly string[], title?: string): Schema => ({
  ...(title !== undefined && { title }),
  type: 'string',
  enum: [...words],
});

export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

export const list = (items: Schema): Schema => ({ type: 'array', items });

export const mapOf = (values: Schema): Schema => ({ type: 'object', additionalProperties: values });

export const said = (schema: Schema, description: string): Schema => ({ ...schema, description });

export type Properties<Answer> = Readonly<Record<keyof Answer & string, Schema>>;

/** @param title names it for clients. @param notForAll fields that some readers are not told. */
export const object = <Answer>(
  title: string,
  properties: Properties<Answer>,
  notForAll: readonly (keyof Answer & string)[] = [],
): Schema => ({
  title,
  type: 'object',
  properties: { ...properties },
  required: Object.keys(properties).filter((name) => !(notForAll as readonly string[]).includes(name)),
  additionalProperties: false,
});

/** Which times were used, and how far the answer goes: part of every answer. */
export const answeredAt: Properties<AnsweredAt> = {
  asOf: said(
    orNull(day),
    'only what had happened by this day is in the answer; null when no day was asked for',
  ),
  knownAt: said(
    orNull(instant),
    'only what was recorded by this moment is in the answer; null when none was asked for',
  ),
  recordedUpTo: said(
    orNull(instant),
    'when the newest event was recorded that the answer may rest on and its reader may read',
  ),
};

/** What every counted page has besides its items. @param title as of an object. */
export const countedPage = (title: string, items: Schema): Schema =>
  object(title, {
    items: list(items),
    next: said(orNull(text), 'cursor of the next page; null on the last'),
    total: said(whole, 'of all pages, now'),
    ...answeredAt,
  });
