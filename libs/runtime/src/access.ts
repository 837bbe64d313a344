/** The rule of access of each operation of a service, found by what stands at the handler of its route. */
import type { AccessRule, AccessRules } from '@pledgeline/contracts';
import type { Type } from '@nestjs/common';

/** Where `@ApiOperation` keeps its options. Were they kept elsewhere, everything would be refused, and tests fail. */
const OPERATION = 'swagger/apiOperation';

/** A slice as the runtime takes it: its module, with the rules of its operations. */
export interface Slice extends Type {
  readonly access: AccessRules;
  /** The module of its questions, where it answers any: a specifier, for the thread that answers them. */
  readonly answering?: string;
}

export interface FoundRule {
  readonly operation: string;
  readonly rule: AccessRule | undefined;
}

/** Nest keeps on it what stands at the method of the controller. */
interface Handler {
  readonly name: string;
}

/** Finds the rule of a handler by its `operationId`; none for a handler that names no operation, or one without a rule. */
export const rulesOf = (tables: readonly AccessRules[]): ((handler: Handler) => FoundRule) => {
  const known = new WeakMap<Handler, FoundRule>();
  return (handler) => {
    const found = known.get(handler) ?? lookedUp(handler, tables);
    known.set(handler, found);
    return found;
  };
};

const lookedUp = (handler: Handler, tables: readonly AccessRules[]): FoundRule => {
  const operation = operationOf(handler) ?? handler.name;
  const table = tables.find((one) => Object.hasOwn(one, operation));
  return { operation, rule: table?.[operation] };
};

const operationOf = (handler: Handler): string | undefined => {
  const said = Reflect.getMetadata(OPERATION, handler) as { readonly operationId?: string } | undefined;
  return said?.operationId;
};
