/** One document for one address: the services' own OpenAPI documents put together, and nothing made up besides. */

import { isDeepStrictEqual } from 'node:util';

/** As much of an OpenAPI document as is looked at. */
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, unknown>>;
    /** What operations refer to as their answers: the same in every service. */
    readonly responses: Readonly<Record<string, unknown>>;
  };
}

/** Every service answers there, and all do so alike: for its own health, and of the session that a browser shows. */
export const isOfEveryService = (path: string): boolean => /^\/(health\/|session(\/|$))/.test(path);

/** @throws {Error} naming the route that two services claim, or the schema that they do not agree on. */
export const mergedOpenApi = (documents: ReadonlyMap<string, OpenApiDocument>): OpenApiDocument => {
  const [first] = documents.values();
  if (first === undefined) throw new Error('there is no document to merge');
  const paths: Record<string, Record<string, unknown>> = {};
  const schemas: Record<string, unknown> = {};
  const claims = new Map<string, string>();
  for (const [service, document] of documents) {
    for (const [path, item] of Object.entries(document.paths)) {
      for (const method of isOfEveryService(path) ? [] : Object.keys(item)) {
        const route = `${method.toUpperCase()} ${path}`;
        const other = claims.get(route);
        if (other !== undefined) throw new Error(`${other} and ${service} both claim ${route}`);
        claims.set(route, service);
      }
      paths[path] = { ...paths[path], ...item };
    }
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      if (name in schemas && !isDeepStrictEqual(schemas[name], schema))
        throw new Error(`${service} means something else by the schema ${name} than another service`);
      schemas[name] = schema;
    }
  }
  return { ...first, paths, components: { ...first.components, schemas: byName(schemas) } };
};

const byName = (schemas: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(schemas).toSorted(([one], [other]) => (one < other ? -1 : 1)));
