/**
 * The rules of fields by the names that answers give them: the keyword of JSON Schema where it has one, so that a client finds the
 * same word in the API document; else a name of our own, such as `saysSomething`.
 */
import type { FieldError } from '../bad-request.ts';

/** What of an error tells programs which rule was broken. */
export type NamedRule = Required<Pick<FieldError, 'rule'>> & Pick<FieldError, 'limit' | 'allowed'>;

type Constraints = readonly unknown[];

const TYPES: Readonly<Record<string, string>> = {
  isString: 'string',
  isBoolean: 'boolean',
  isInt: 'integer',
  isNumber: 'number',
  isArray: 'array',
  isObject: 'object',
  nestedValidation: 'object',
};

const LIMITED: Readonly<Record<string, string>> = {
  maxLength: 'maxLength',
  min: 'minimum',
  max: 'maximum',
  arrayMinSize: 'minItems',
  arrayMaxSize: 'maxItems',
};

const UNLIMITED: Readonly<Record<string, string>> = {
  arrayUnique: 'uniqueItems',
  isDefined: 'required',
  isIso8601: 'format',
  whitelistValidation: 'additionalProperties',
};

/** @param name as class-validator has it. @param constraints what the rule was made with. @param value what breaks it. */
export const ruleNamed = (name: string, constraints: Constraints, value: unknown): NamedRule => {
  const type = TYPES[name];
  if (type !== undefined) return { rule: 'type', limit: type };
  const limited = LIMITED[name];
  if (limited !== undefined) return { rule: limited, limit: Number(constraints[0]) };
  if (name === 'isLength') return lengthRule(constraints, value);
  if (name === 'matches') return { rule: 'pattern', limit: (constraints[0] as RegExp).source };
  if (name === 'isIn') return { rule: 'enum', allowed: (constraints[0] as readonly unknown[]).map(String) };
  return { rule: UNLIMITED[name] ?? name };
};

const lengthRule = ([min, max]: Constraints, value: unknown): NamedRule => {
  const isShort = typeof value !== 'string' || value.length < Number(min);
  return isShort ? { rule: 'minLength', limit: Number(min) } : { rule: 'maxLength', limit: Number(max) };
};
