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

const document = JSON.parse(
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
