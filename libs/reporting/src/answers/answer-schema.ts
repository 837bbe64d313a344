/** Words to describe answers in OpenAPI 3.1. The type of an answer is derived from its description: `Static<typeof …>`. */
import { Type, type Static, type TSchema, type TUnsafe } from 'typebox';

export type { Static };
/** With what the decorators of the API document look for. */
export type Schema<Value = unknown> = TUnsafe<Value> & { readonly type?: string };
type Fields = Readonly<Record<string, TSchema>>;

/** `satisfies Properties<…>`: every field is described of a type that is declared elsewhere, such as in the domain. */
export type Properties<Of> = Readonly<Record<keyof Of & string, TSchema>>;
/** The same, with further fields beside. */
export type Including<Of> = Properties<Of> & Fields;

/** A description, typed more narrowly than it says by itself. */
export const described = <Value>(schema: object): Schema<Value> => Type.Unsafe<Value>(schema);

export const text = Type.String();
export const uuid = Type.String({ format: 'uuid' });
/** Business date. */
export const day = Type.String({ format: 'date' });
export const instant = Type.String({ format: 'date-time' });
export const whole = Type.Integer();
export const number = Type.Number();
export const flag = Type.Boolean();
export const anything = Type.Unknown();

/** @param title names a list that is no closed list of the contracts. */
export const oneOf = <const Words extends readonly string[]>(words: Words, title?: string) =>
  described<Words[number]>({ ...(title !== undefined && { title }), type: 'string', enum: [...words] });

export const orNull = <Item extends TSchema>(schema: Item) =>
  described<Static<Item> | null>({ anyOf: [schema, { type: 'null' }] });

export const oneOfSchemas = <const Items extends readonly TSchema[]>(...schemas: Items) =>
  described<Static<Items[number]>>({ anyOf: schemas });

export const list = <Item extends TSchema>(items: Item) =>
  described<readonly Static<Item>[]>({ type: 'array', items });

export const mapOf = <Item extends TSchema>(values: Item) =>
  described<Readonly<Record<string, Static<Item>>>>({ type: 'object', additionalProperties: values });

export const said = <Item extends TSchema>(schema: Item, description: string): Item => ({
  ...schema,
  description,
});

type Values<Described extends Fields, Optional extends keyof Described> = {
  readonly [Name in Exclude<keyof Described, Optional>]: Static<Described[Name]>;
} & { readonly [Name in Optional]?: Static<Described[Name]> };

/** The type of fields that several objects have in common. */
export type FieldsOf<Described extends Fields> = Values<Described, never>;

/** @param title names it for clients. @param notForAll fields that some readers do not get. */
export const object = <const Described extends Fields, Optional extends keyof Described & string = never>(
  title: string,
  properties: Described,
  notForAll: readonly Optional[] = [],
) =>
  described<Values<Described, Optional>>({
    title,
    type: 'object',
    properties: { ...properties },
    required: Object.keys(properties).filter((name) => !(notForAll as readonly string[]).includes(name)),
    additionalProperties: false,
  });

/** Which times were used, and how far the answer goes: part of every answer. */
export const answeredAt = {
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
export const countedPage = <Item extends TSchema>(title: string, items: Item) =>
  object(title, countedPageFields(items));

/** The same as fields, for a page that says more. */
export const countedPageFields = <Item extends TSchema>(items: Item) => ({
  items: list(items),
  next: said(orNull(text), 'cursor of the next page; null on the last'),
  total: said(whole, 'of all pages, now'),
  ...answeredAt,
});
