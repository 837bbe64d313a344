/**
 * Gives the schemas of an API document their names, so that generated clients have classes with names that people know. A
 * schema with a `title` becomes the component of that name, a closed list of words the component of the list; the label of a field
 * becomes its title after that. What may be
 * null is written in the one way that generators read as a field of the same type that may be null. Numbers are doubles, since
 * generators take a number without a format for one of 32 bits, which is too short for amounts of money.
 */
import { isDeepStrictEqual } from 'node:util';
import { FIELD_TITLE } from '@pledgeline/contracts';

export type Schema = Readonly<Record<string, unknown>>;

/** Of a closed list: its words. */
export type ClosedLists = Readonly<Record<string, readonly string[]>>;

/** Members of a schema that are data, in which nothing is a schema. */
const DATA: readonly string[] = ['const', 'default', 'example', 'examples'];

const NULL: Schema = { type: 'null' };

/**
 * @param parts anything that has schemas in it, such as the paths of a document.
 * @param lists closed lists that have a name; those with a title have one too.
 * @returns the parts with references instead, and the components that they refer to.
 * @throws {Error} naming a component that would mean two different things.
 */
export const withNamedSchemas = <Parts>(
  parts: Parts,
  lists: ClosedLists,
): { readonly parts: Parts; readonly schemas: Readonly<Record<string, Schema>> } => {
  const schemas: Record<string, Schema> = {};
  const name = (title: string, schema: Schema): string => {
    const known = schemas[title];
    if (known !== undefined && !isDeepStrictEqual(known, schema))
      throw new Error(`two schemas have the name ${title}, and are not the same`);
    schemas[title] = schema;
    return `#/components/schemas/${title}`;
  };
  const titled = mapped(parts, (schema) => {
    const { title, description, ...rest } = schema;
    if (typeof title !== 'string') return schema;
    return { $ref: name(title, rest), ...(description !== undefined && { description }) };
  });
  const names = namesOf({ ...lists, ...wordsIn(schemas) });
  const listed = (schema: Schema): Schema => {
    const { enum: words, type: _, ...rest } = schema;
    const title = Array.isArray(words) ? names.get(keyOf(words)) : undefined;
    if (title === undefined || !Array.isArray(words)) return schema;
    const said = words.filter((word) => word !== null);
    const reference = { $ref: name(title, { type: 'string', enum: said }) };
    return said.length < words.length ? { anyOf: [reference, NULL], ...rest } : { ...reference, ...rest };
  };
  const simplified = (value: unknown): unknown =>
    mapped(value, (schema) => labelled(asDouble(nullable(listed(schema)))));
  for (const [title, schema] of Object.entries(schemas)) {
    const isList = names.get(keyOf(schema['enum'])) === title;
    schemas[title] = isList ? schema : (simplified(schema) as Schema);
  }
  return { parts: simplified(titled) as Parts, schemas };
};

/** From the inside out, so that what is looked at has been changed inside. */
const mapped = (value: unknown, change: (schema: Schema) => Schema): unknown => {
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => {
    if (DATA.includes(key)) return [key, member as unknown];
    if (key === 'properties') return [key, eachOf(member as Schema, (part) => mapped(part, change))];
    return [key, mapped(member, change)];
  });
  return change(Object.fromEntries(members) as Schema);
};

/** The names of properties are no keywords. */
const eachOf = (properties: Schema, change: (schema: unknown) => unknown): Schema =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, change(schema)]));

const wordsIn = (schemas: Readonly<Record<string, Schema>>): ClosedLists =>
  Object.fromEntries(
    Object.entries(schemas).flatMap(([title, { enum: words }]) =>
      Array.isArray(words) ? [[title, words as string[]]] : [],
    ),
  );

const keyOf = (words: unknown): string =>
  Array.isArray(words) ? words.filter((word) => word !== null).join(' ') : '';

/** @throws {Error} naming two lists of the same words: nothing shows which is meant. */
const namesOf = (lists: ClosedLists): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const [title, words] of Object.entries(lists)) {
    const other = names.get(keyOf(words));
    if (other !== undefined) throw new Error(`${other} and ${title} are lists of the same words`);
    names.set(keyOf(words), title);
  }
  return names;
};

/** A plain type lists null beside it; a reference has it as the one alternative; several alternatives have it as the last. */
const nullable = (schema: Schema): Schema => {
  const { anyOf, oneOf, ...rest } = schema;
  if (Array.isArray(oneOf) && oneOf.some(isAnything)) return rest;
  if (!Array.isArray(anyOf)) return schema;
  const members = (anyOf as Schema[]).flatMap(alternatives);
  if (members.some(isAnything)) return rest;
  if (!members.some(isNull)) return { ...rest, anyOf: members };
  const others = members.filter((member) => !isNull(member));
  const [only] = others;
  if (only === undefined || others.length > 1) return { ...rest, anyOf: [...others, NULL] };
  const { description, ...member } = only;
  const said = description === undefined ? rest : { description, ...rest };
  return typeof member['type'] === 'string' && member['enum'] === undefined
    ? { ...member, ...said, type: [member['type'], 'null'] }
    : { ...said, oneOf: [member, NULL] };
};

const isAnything = (schema: Schema): boolean => Object.keys(schema).length === 0;

const asDouble = (schema: Schema): Schema =>
  [schema['type']].flat().includes('number') ? { format: 'double', ...schema } : schema;

/** Of a field, once no title means a component any more. */
const labelled = (schema: Schema): Schema => {
  const { [FIELD_TITLE]: title, ...rest } = schema;
  return title === undefined ? schema : { title, ...rest };
};

const isNull = ({ type }: Schema): boolean => type === 'null';

/** An alternative that is alternatives itself is these; one that may be null is itself and null. */
const alternatives = (member: Schema): readonly Schema[] => {
  const inner = member['anyOf'] ?? member['oneOf'];
  if (Array.isArray(inner)) return inner as Schema[];
  const { type, ...rest } = member;
  if (Array.isArray(type) && type.length === 2 && type[1] === 'null')
    return [{ type: type[0], ...rest }, NULL];
  return [member];
};
