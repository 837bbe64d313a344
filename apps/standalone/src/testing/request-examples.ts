/** What the API document shows of its commands: which there are, and the body that its examples make. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Schema {
  readonly $ref?: string;
  readonly example?: unknown;
  readonly format?: string;
  readonly description?: string;
  readonly type?: string;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../docs/openapi.json'), 'utf8'),
) as ApiDocument;

export const posts = Object.entries(document.paths).flatMap(([path, { post }]) =>
  post === undefined ? [] : [{ command: post.operationId, path }],
);

/** The examples of the fields, put together as a user who pastes them would. */
export const exampleBody = (path: string): Readonly<Record<string, unknown>> => {
  const schema = document.paths[path]?.post?.requestBody?.content['application/json']?.schema;
  return schema === undefined ? {} : (exampleOf(schema) as Readonly<Record<string, unknown>>);
};

const exampleOf = (schema: Schema): unknown => {
  if (schema.example !== undefined) return schema.example;
  if (schema.$ref !== undefined) {
    const named = document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    return named && exampleOf(named);
  }
  if (schema.allOf?.[0] !== undefined) return exampleOf(schema.allOf[0]);
  if (schema.items !== undefined) {
    const item = exampleOf(schema.items);
    return item === undefined ? undefined : [item];
  }
  if (schema.properties === undefined) return undefined;
  const members = Object.entries(schema.properties).map(
    ([name, property]) => [name, exampleOf(property)] as const,
  );
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
};

/** Every day in the body of a command: the command, its address, and the path of the field, with 0 for the item of a list. */
export const dayFields = (): readonly (readonly [command: string, field: string, path: string])[] =>
  posts.flatMap(({ command, path }) => {
    const schema = document.paths[path]?.post?.requestBody?.content['application/json']?.schema;
    return schema === undefined ? [] : daysOf(schema, []).map((field) => [command, field, path] as const);
  });

const daysOf = (schema: Schema, at: readonly string[]): readonly string[] => {
  if (schema.$ref !== undefined)
    return daysOf(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, at);
  if (schema.format === 'date' || schema.pattern?.startsWith('^\\d{4}(-') === true) return [at.join('.')];
  if (schema.items !== undefined) return daysOf(schema.items, [...at, '0']);
  const parts = [
    ...[...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap((part) =>
      daysOf(part, at),
    ),
  ];
  return [
    ...parts,
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => daysOf(property, [...at, name])),
  ];
};

/** What a part must say besides its day, where no example has the part. */
const PARTS: Readonly<Record<string, object>> = {
  improvementPlan: { text: 'Trucks by June' },
  conversion: { rate: 0.735 },
  onBehalfOf: { state: 'RWA' },
  paper: { reference: 'Note verbale 88/2026' },
};

/** The example with one field changed, its parts made where the example has none. */
export const exampleWith = (
  path: string,
  field: string,
  value: unknown,
): Readonly<Record<string, unknown>> => {
  const body = structuredClone(exampleBody(path)) as Record<string, unknown>;
  const names = field.split('.');
  let part = body;
  for (const [n, name] of names.slice(0, -1).entries()) {
    part[name] ??= names[n + 1] === '0' ? [] : { ...PARTS[name] };
    part = part[name] as Record<string, unknown>;
  }
  part[names.at(-1) ?? ''] = value;
  return body;
};

/** Fields of requests that take the id of anything, and those that take a pledge by id or reference. */
export const namingFields = (): { readonly ids: readonly string[]; readonly pledges: readonly string[] } => {
  const fields = Object.entries(document.components.schemas).flatMap(([name, { properties = {} }]) =>
    Object.entries(properties).map(([field, schema]) => ({ name: `${name}.${field}`, schema })),
  );
  const named = fields.filter(({ name }) => /^\w+Request\.|^UnitOutcome\./.test(name));
  const listed = (is: (schema: Schema) => boolean): readonly string[] =>
    named
      .filter(({ schema }) => is(schema))
      .map(({ name }) => name)
      .toSorted();
  return {
    ids: listed(({ format, items }) => [format, items?.format].includes('uuid')),
    pledges: listed(({ description = '' }) => description.endsWith('id or reference.')),
  };
};
