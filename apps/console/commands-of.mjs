// What the document of the API says of each command: where it goes, and the fields of its body.

const BODY = 'application/json';
const NAME = '#/components/schemas/';
/** Chosen from the reference data, which has their names as well. */
const LOOKED_UP = ['CapabilityCode'];
/** What a form shows or goes by. */
const KEPT = ['title', 'type', 'format', 'description', 'enum', 'maxLength', 'x-lookup', 'x-needed-when'];

/**
 * @param document an OpenAPI document.
 * @returns `commands` by name, and by name the `schemas` that several of them use.
 */
export const commandsOf = ({ paths, components }) => {
  const schemas = {};
  const named = (reference) => reference.slice(NAME.length);
  const short = (schema) => {
    if (schema.$ref !== undefined) {
      const name = named(schema.$ref);
      if (LOOKED_UP.includes(name)) return { type: 'string', 'x-lookup': 'capability', ...kept(schema) };
      if (!(name in schemas)) {
        schemas[name] = null;
        schemas[name] = short(components.schemas[name]);
      }
      return { $ref: name, ...kept(schema) };
    }
    const { properties, items, required, anyOf, oneOf, allOf, example, examples } = schema;
    const shown = example ?? examples?.[0];
    return {
      ...kept(schema),
      ...(shown !== undefined && { example: shown }),
      ...(required !== undefined && { required }),
      ...(properties && { properties: mapped(properties, short) }),
      ...(items && { items: short(items) }),
      ...((anyOf ?? oneOf) && { anyOf: (anyOf ?? oneOf).map(short) }),
      ...(allOf && { allOf: allOf.map(short) }),
    };
  };
  const commands = {};
  for (const [path, { post }] of Object.entries(paths)) {
    const isCommand = post !== undefined && /^[A-Z]/.test(post.operationId);
    if (!isCommand) continue;
    const body = post.requestBody?.content[BODY].schema;
    commands[post.operationId] = {
      path,
      summary: post.summary,
      body: body === undefined ? null : short(body),
    };
  }
  return { commands, schemas };
};

const kept = (schema) =>
  Object.fromEntries(
    KEPT.filter((name) => name in schema).map((name) => [
      name,
      name === 'type' ? typeOf(schema) : schema[name],
    ]),
  );

/** What may be left out may be null as well; a form leaves it out. */
const typeOf = ({ type }) => {
  const [only, ...others] = [type].flat().filter((one) => one !== 'null');
  return others.length === 0 ? (only ?? 'null') : [only, ...others];
};

const mapped = (object, map) =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value)]));
