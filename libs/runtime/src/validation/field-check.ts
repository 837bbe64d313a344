/** One rule of one field, as class-validator keeps it, made into a function once. */
import { getMetadataStorage, maxLength } from 'class-validator';
import type { ValidationArguments } from 'class-validator';
import { ruleNamed } from './field-rules.ts';
import type { NamedRule } from './field-rules.ts';

/** What of class-validator's own record of a rule is read here. */
export type RuleMetadata = ReturnType<
  ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']
>[number];

export interface FieldCheck {
  /** As class-validator names it. */
  readonly name: string;
  readonly isMet: (value: unknown, request: object) => boolean;
  readonly messageFor: (value: unknown, request: object) => string;
  /** Whether its words were chosen for the field; else they are class-validator's. */
  readonly hasOwnMessage: boolean;
  readonly ruleFor: (value: unknown) => NamedRule;
}

type IsMet = FieldCheck['isMet'];

/** @throws {Error} for a rule that is asynchronous, or of some requests only: there is none, and a test of all requests says so. */
export const fieldCheck = (metadata: RuleMetadata): FieldCheck => {
  const { propertyName: property } = metadata;
  // Its types do not say that both may be missing.
  const { constraints: limits, message } = metadata as Partial<RuleMetadata>;
  const constraints = limits ?? [];
  const [validator, ...others] = getMetadataStorage().getTargetValidatorConstraints(metadata.constraintCls);
  const isPlain = !metadata.validateIf && ((metadata.groups as unknown[] | undefined) ?? []).length === 0;
  if (validator === undefined || others.length > 0 || validator.async || !isPlain)
    throw new Error(`the rule ${metadata.name ?? metadata.type} of ${property} cannot be compiled`);
  const { instance, name } = validator;
  const argumentsFor = (value: unknown, object: object): ValidationArguments => ({
    ...{ targetName: object.constructor.name, property, object },
    ...{ value, constraints },
  });
  const one: IsMet =
    QUICK[name]?.(constraints) ??
    ((value, object) => instance.validate(value, argumentsFor(value, object)) === true);
  return {
    name,
    isMet: metadata.each
      ? (value, object) =>
          Array.isArray(value) ? value.every((item) => one(item, object)) : one(value, object)
      : one,
    messageFor: (value, object) => {
      const given = argumentsFor(value, object);
      const words = message || (instance.defaultMessage?.(given) ?? '');
      return withNames(typeof words === 'function' ? words(given) : words, given);
    },
    hasOwnMessage: message !== undefined,
    ruleFor: (value) => ruleNamed(name, constraints, value),
  };
};

/** Those that most fields have, without the objects that class-validator makes for each call. */
const QUICK: Readonly<Record<string, (constraints: readonly unknown[]) => IsMet | undefined>> = {
  isString: () => (value) => typeof value === 'string',
  maxLength: ([max]) => {
    const most = Number(max);
    // Characters beyond the basic plane count once: only a text that looks too long is counted exactly.
    return (value) => typeof value === 'string' && (value.length <= most || maxLength(value, most));
  },
  isIn: ([allowed]) => {
    const words = new Set(allowed as readonly unknown[]);
    return (value) => words.has(value);
  },
  matches: ([pattern, modifiers]) =>
    pattern instanceof RegExp && pattern.flags.replace(/[iu]/g, '') === '' && modifiers === undefined
      ? (value) => typeof value === 'string' && pattern.test(value)
      : undefined,
};

/** As class-validator fills in what messages leave open; what was sent is never repeated. */
const withNames = (message: string, { property, constraints, targetName }: ValidationArguments): string => {
  let words = message;
  for (const [index, constraint] of constraints.entries()) {
    const shown = Array.isArray(constraint) ? constraint.join(', ') : String(constraint);
    words = words.replaceAll(`$constraint${index + 1}`, () => shown);
  }
  return words.replaceAll('$property', () => property).replaceAll('$target', () => targetName);
};
