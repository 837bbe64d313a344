/** Whether an answer is as its schema says: nothing missing, nothing more, everything of the right kind. */
import type { Schema } from '../answers/answer-schema.ts';

/** Where it is not; empty when all is as described. */
export const faultsOf = (answer: unknown, schema: Schema, path = 'answer'): readonly string[] => {
  if (schema.anyOf) {
    const faults = schema.anyOf.map((one) => faultsOf(answer, one, path));
    return faults.some((found) => found.length === 0) ? [] : faults.flat();
  }
  if (!isOfType(answer, schema.type)) return [`${path} is no ${schema.type}: ${JSON.stringify(answer)}`];
  if (schema.enum && !schema.enum.includes(String(answer)))
    return [`${path} is not one of ${schema.enum.join(', ')}`];
  if (Array.isArray(answer)) {
    return answer.flatMap((item, n) => faultsOf(item, schema.items ?? {}, `${path}[${n}]`));
  }
  return typeof answer === 'object' && answer !== null ? faultsOfObject({ ...answer }, schema, path) : [];
};

const faultsOfObject = (answer: Record<string, unknown>, schema: Schema, path: string): readonly string[] => {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const missing = required
    .filter((name) => answer[name] === undefined)
    .map((name) => `${path}.${name} is missing`);
  const faults = Object.entries(answer).flatMap(([name, value]) => {
    const described = properties[name] ?? additionalProperties;
    if (described === false) return [`${path}.${name} is not described`];
    return described === true || value === undefined ? [] : faultsOf(value, described, `${path}.${name}`);
  });
  return [...missing, ...faults];
};

const isOfType = (answer: unknown, type: string | undefined): boolean => {
  switch (type) {
    case undefined:
      return true;
    case 'null':
      return answer === null;
    case 'integer':
      return Number.isInteger(answer);
    case 'array':
      return Array.isArray(answer);
    case 'object':
      return typeof answer === 'object' && answer !== null && !Array.isArray(answer);
    default:
      return typeof answer === type;
  }
};
