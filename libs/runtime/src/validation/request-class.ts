/**
 * A request class made into functions once: class-validator looks up and sorts the rules of a class anew for each request, which
 * costs more than the rules do. Its decorators stay the source: what is accepted and which field is at fault is what
 * class-validator would say, and a property test over all requests holds the two against each other.
 */
import { getMetadataStorage } from 'class-validator';
import { fieldCheck } from './field-check.ts';
import type { FieldCheck, RuleMetadata } from './field-check.ts';
import { fieldReaders } from './field-readers.ts';
import type { Constructor } from './field-readers.ts';
import { ruleNamed } from './field-rules.ts';
import type { NamedRule } from './field-rules.ts';

/** What is wrong with one field. */
export interface Fault extends NamedRule {
  /** As class-validator names the rule. */
  readonly name: string;
  /** Names of members and numbers of items, from the outermost. */
  readonly path: readonly string[];
  readonly message: string;
}

export interface RequestClass {
  /** An instance with the members of a JSON object, its parts as instances of theirs. */
  readonly read: (members: object) => object;
  /** Adds what is wrong with an instance: unknown members first, then the fields in their order, each by its first broken rule. */
  readonly check: (request: object, path: readonly string[], faults: Fault[]) => void;
}

const known = new Map<Constructor, RequestClass>();

/** @throws {Error} for what cannot be compiled: see {@link fieldCheck}. */
export const requestClass = (of: Constructor): RequestClass => {
  const found = known.get(of);
  if (found !== undefined) return found;
  const made = compiled(of);
  known.set(of, made);
  return made;
};

const compiled = (of: Constructor): RequestClass => {
  const storage = getMetadataStorage();
  const rules = storage.getTargetValidationMetadatas(of, '', false, false);
  if (rules.length === 0) throw new Error(`${of.name} has no rules`);
  const fields = Object.entries(storage.groupByPropertyName(rules)).map(([name, own]) =>
    compiledField(name, own),
  );
  const names = new Set(fields.map(({ name }) => name));
  const readers = fieldReaders(of, [...names], (part, members) => requestClass(part).read(members));
  return {
    read: (members) => {
      const request = new of() as Record<string, unknown>;
      for (const [name, value] of Object.entries(members)) {
        // What every object inherits is no field, and was refused before.
        if (!(name in Object.prototype)) request[name] = readers.read(name, value, members);
      }
      return request;
    },
    check: (request, path, faults) => {
      for (const name of Object.keys(request)) if (!names.has(name)) faults.push(unknown(name, path));
      for (const { check } of fields) check(request as Record<string, unknown>, path, faults);
    },
  };
};

interface CompiledField {
  readonly name: string;
  readonly check: (
    request: Readonly<Record<string, unknown>>,
    path: readonly string[],
    faults: Fault[],
  ) => void;
}

const compiledField = (name: string, rules: readonly RuleMetadata[]): CompiledField => {
  const ofType = (type: string): RuleMetadata[] => rules.filter((rule) => rule.type === type);
  const conditions = ofType('conditionalValidation').map(
    ({ constraints }) => constraints[0] as (request: object, value: unknown) => boolean,
  );
  const checks = [...ofType('isDefined'), ...ofType('customValidation')].map(fieldCheck);
  const isNested = ofType('nestedValidation').length > 0;
  if (rules.some(({ type }) => !KINDS.includes(type)))
    throw new Error(`a rule of ${name} cannot be compiled`);
  return {
    name,
    check: (request, path, faults) => {
      const value = request[name];
      for (const isMeant of conditions) if (!isMeant(request, value)) return;
      for (const check of checks) {
        if (check.isMet(value, request)) continue;
        faults.push(broken(check, value, request, [...path, name]));
        return;
      }
      if (isNested && value !== undefined) checkParts(value, [...path, name], faults);
    },
  };
};

const KINDS: readonly string[] = [
  'conditionalValidation',
  'isDefined',
  'customValidation',
  'nestedValidation',
  'whitelistValidation',
];

/** Of one part, or of a list of them: the rules before have seen to it that they are objects, and reading made them instances. */
const checkParts = (value: unknown, path: readonly string[], faults: Fault[]): void => {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkParts(item, [...path, String(index)], faults);
  } else {
    const part = value as object;
    requestClass(part.constructor as Constructor).check(part, path, faults);
  }
};

const broken = (check: FieldCheck, value: unknown, request: object, path: readonly string[]): Fault => {
  const { name, messageFor, ruleFor, hasOwnMessage } = check;
  const rule = ruleFor(value);
  const fault = { ...rule, name, path, message: messageFor(value, request) };
  if (value !== undefined && value !== null) return fault;
  // Of what is not there its kind, or how it is written, is the least to say.
  const isKind = OF_WHAT_IS_THERE.includes(rule.rule) && !hasOwnMessage;
  const { limit: _, ...needed } = { ...fault, rule: 'required' };
  return isKind ? { ...needed, message: `${path.at(-1) ?? ''} must be given` } : needed;
};

const OF_WHAT_IS_THERE: readonly string[] = ['type', 'pattern', 'minLength', 'maxLength'];

const unknown = (name: string, path: readonly string[]): Fault => ({
  ...ruleNamed(UNKNOWN, [], undefined),
  name: UNKNOWN,
  path: [...path, name],
  message: `${[...path, name].join('.')} is not a known field`,
});

const UNKNOWN = 'whitelistValidation';
