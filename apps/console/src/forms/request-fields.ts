/** From the schema of a request to the fields of a form. Pure: what it shows is decided elsewhere. */

/** As the generated files have it: JSON Schema of which a form uses a part. */
export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly example?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly 'x-lookup'?: string;
  readonly 'x-needed-when'?: { readonly says: string };
}

export type Schemas = Readonly<Record<string, Schema>>;

export type Kind =
  'text' | 'long' | 'whole' | 'number' | 'day' | 'yes-or-no' | 'choice' | 'list' | 'group' | 'groups';

/** What is chosen from a list, and what it is called. */
export interface Choice {
  readonly code: string;
  readonly name: string;
}

export interface Field {
  readonly name: string;
  readonly kind: Kind;
  readonly title: string;
  readonly help: string | null;
  readonly example: string | null;
  readonly required: boolean;
  /** When it is needed although it may be left out, in a sentence. */
  readonly neededWhen: string | null;
  readonly maxLength: number | null;
  /** Of a choice. */
  readonly choices: readonly string[];
  /** Of a choice whose codes say nothing; the name of any other is written out. */
  readonly names?: Readonly<Record<string, string>>;
  /** Which list of known codes or ids it is chosen from. */
  readonly lookup: string | null;
  /** Of a group, or of each of several. */
  readonly fields: readonly Field[];
}

/** Texts that may be longer get a field of several lines. */
const LONG = 500;

/** @returns in the order of the schema, those that are needed before those that may be left out. */
export const fieldsOf = (schema: Schema | null, schemas: Schemas): readonly Field[] => {
  if (schema === null) return [];
  const { properties, required } = resolved(schema, schemas);
  const fields = Object.entries(properties ?? {}).map(([name, property]) =>
    fieldOf(name, property, required?.includes(name) ?? false, schemas),
  );
  return [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)];
};

/** Fields for one of a list that the page knows become choices from it. @param offered by what is looked up, such as `gap`. */
export const offering = (
  fields: readonly Field[],
  offered: Readonly<Record<string, readonly Choice[]>>,
): readonly Field[] =>
  fields.map((field) => {
    const choices = offered[field.lookup ?? ''] ?? [];
    if (choices.length === 0) return field;
    const names = Object.fromEntries(choices.map(({ code, name }) => [code, name]));
    return { ...field, kind: 'choice' as const, choices: Object.keys(names), names };
  });

const fieldOf = (name: string, schema: Schema, required: boolean, schemas: Schemas): Field => {
  const shape = resolved(schema, schemas);
  const item = shape.items === undefined ? null : resolved(shape.items, schemas);
  const kind = kindOf(shape, item);
  return {
    name,
    kind,
    title: schema.title ?? shape.title ?? name,
    help: schema.description ?? shape.description ?? null,
    example: exampleOf(schema.example ?? shape.example),
    required,
    neededWhen: schema['x-needed-when']?.says ?? null,
    maxLength: shape.maxLength ?? null,
    choices: (kind === 'list' ? item?.enum : shape.enum) ?? [],
    lookup: schema['x-lookup'] ?? item?.['x-lookup'] ?? null,
    fields: kind === 'group' ? fieldsOf(shape, schemas) : kind === 'groups' ? fieldsOf(item, schemas) : [],
  };
};

const kindOf = (shape: Schema, item: Schema | null): Kind => {
  const types = [shape.type ?? []].flat();
  if (item !== null) return item.properties === undefined ? 'list' : 'groups';
  if (shape.properties !== undefined) return 'group';
  if (shape.enum !== undefined) return 'choice';
  if (shape.format === 'date') return 'day';
  if (types.includes('boolean')) return 'yes-or-no';
  if (types.includes('string')) return (shape.maxLength ?? 0) > LONG ? 'long' : 'text';
  if (types.includes('integer')) return 'whole';
  if (types.includes('number')) return 'number';
  return 'text';
};

/** References followed, several parts made one, and of alternatives the one that says most: words before a number before null. */
const resolved = (schema: Schema, schemas: Schemas): Schema => {
  const { $ref, allOf, anyOf, ...own } = schema;
  if ($ref !== undefined) return { ...resolved(schemas[$ref] ?? {}, schemas), ...own };
  if (allOf !== undefined) return allOf.map((part) => resolved(part, schemas)).reduce(merged, own);
  if (anyOf === undefined) return schema;
  const real = anyOf.map((one) => resolved(one, schemas)).filter(({ type }) => type !== 'null');
  const best = real.find(({ type }) => type === 'string' && real.length > 1) ?? real[0] ?? {};
  return { ...best, ...own };
};

const merged = (a: Schema, b: Schema): Schema => ({
  ...a,
  ...b,
  properties: { ...a.properties, ...b.properties },
  required: [...(a.required ?? []), ...(b.required ?? [])],
});

const exampleOf = (example: unknown): string | null => {
  if (Array.isArray(example)) return exampleOf(example[0]);
  return typeof example === 'string' || typeof example === 'number' ? String(example) : null;
};
