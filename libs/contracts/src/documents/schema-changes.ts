/**
 * How a schema departs from the one released under the same version. A reader who replays from the start meets old events
 * with the new schema in hand, and with an old program meets new ones: so neither more nor less may be allowed than before.
 * Only fields that may be absent can be added, and words changed.
 */
import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from './json-schema.ts';

/** Keywords that only tell people something. */
const WORDS = new Set(['title', 'description', 'examples', '$comment']);
/** Keywords that are compared by their parts. */
const PARTS = new Set(['properties', 'required', 'items', 'anyOf', 'enum']);

/** One sentence a change, each beginning with the path of the field; empty when there is none. */
export const schemaChanges = (
  before: JsonSchema,
  after: JsonSchema,
  path = 'the value',
): readonly string[] => {
  const nullable = [isNullable(before), isNullable(after)];
  if (nullable[0] !== nullable[1])
    return [
      `${path} ${nullable[1] === true ? 'may now be null' : 'may no longer be null, and was in events that are there'}`,
    ];
  return [
    ...keywordChanges(before, after, path),
    ...enumChanges(before.enum, after.enum, path),
    ...alternativeChanges(before.anyOf, after.anyOf, path),
    ...fieldChanges(before, after, path),
    ...partChanges(before.items, after.items, `${path}[]`),
  ];
};

const isNullable = ({ type, anyOf }: JsonSchema): boolean =>
  type === 'null' || (anyOf?.some(isNullable) ?? false);

const keywordChanges = (before: JsonSchema, after: JsonSchema, path: string): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((keyword) => !WORDS.has(keyword) && !PARTS.has(keyword))
    .filter((keyword) => !isDeepStrictEqual(before[keyword], after[keyword]))
    .map(
      (keyword) => `${path} changed its ${keyword} from ${said(before[keyword])} to ${said(after[keyword])}`,
    );

const said = (value: unknown): string => (value === undefined ? 'none' : JSON.stringify(value));

const enumChanges = (
  before: readonly unknown[] | undefined,
  after: readonly unknown[] | undefined,
  path: string,
): readonly string[] => {
  if (before === undefined || after === undefined)
    return before === after
      ? []
      : [`${path} ${after === undefined ? 'is no longer' : 'became'} one of a list of words`];
  return [
    ...after.filter((word) => !before.includes(word)).map((word) => `${path} may now be ${said(word)}`),
    ...before
      .filter((word) => !after.includes(word))
      .map((word) => `${path} may no longer be ${said(word)}, and was in events that are there`),
  ];
};

const alternativeChanges = (
  before: readonly JsonSchema[] = [],
  after: readonly JsonSchema[] = [],
  path: string,
): readonly string[] =>
  before.length === after.length
    ? before.flatMap((schema, n) => schemaChanges(schema, after[n] ?? {}, path))
    : [`${path} changed its alternatives from ${before.length} to ${after.length}`];

const partChanges = (
  before: JsonSchema | undefined,
  after: JsonSchema | undefined,
  path: string,
): readonly string[] => {
  if (before === undefined || after === undefined)
    return before === after ? [] : [`${path} changed its items`];
  return schemaChanges(before, after, path);
};

const fieldChanges = (before: JsonSchema, after: JsonSchema, path: string): readonly string[] => {
  const [olds, news] = [before.properties ?? {}, after.properties ?? {}];
  const requires = (schema: JsonSchema, name: string): boolean => schema.required?.includes(name) ?? false;
  const under = (name: string): string => (path === 'the value' ? name : `${path}.${name}`);
  const kept = Object.entries(olds).flatMap(([name, old]) => {
    const now = news[name];
    if (now === undefined) return [`${under(name)} was removed`];
    return [
      ...(requires(before, name) && !requires(after, name) ? [`${under(name)} may now be absent`] : []),
      ...(!requires(before, name) && requires(after, name)
        ? [`${under(name)} is now required, and is absent in events that are there`]
        : []),
      ...schemaChanges(old, now, under(name)),
    ];
  });
  const added = Object.keys(news)
    .filter((name) => !(name in olds) && requires(after, name))
    .map((name) => `${under(name)} is new and required, and is absent in events that are there`);
  return [...kept, ...added];
};
