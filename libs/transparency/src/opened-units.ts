/** Reads an opening, strictly: only what the rule makes has one meaning. Its entry is for whoever hashes. */
import { canonicalText } from './canonical.ts';
import {
  EVENT_RULE,
  isMembers,
  isSalt,
  OF_EVENT,
  TOLD_TO_ALL,
  UNITS_BEFORE_DATA,
  UNSALTED,
} from './event-rule.ts';
import type { Opening, Unit } from './event-rule.ts';
import { isHexHash } from './hash-texts.ts';
import { Refused } from './refused.ts';

export interface OpenedUnits {
  /** All of them: the entry is made of these. */
  readonly units: readonly Unit[];
  /** As it is claimed. */
  readonly leaf: number | undefined;
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly recordedAt: string;
  /** Those members that were opened. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Those members that were opened. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Parts that were kept back, or erased. */
  readonly keptBack: number;
}

type Members = Readonly<Record<string, unknown>>;

const WHOLE_NUMBERS = ['revision', 'schemaVersion'];

/**
 * @param value of one JSON text.
 * @throws {Refused} for anything that the rule does not make: it proves nothing.
 */
export const openedUnits = (value: unknown): OpenedUnits => {
  const opening = openingIn(value);
  const parts = opening.units.map((unit, n) => ('digest' in unit ? null : membersIn(unit.text, n)));
  const [event, toldToAll, actor, technical, ...data] = parts;
  if (event === null || event === undefined || toldToAll === null || toldToAll === undefined)
    throw new Refused('An opening shows which event it is of, and what all readers are told of it.');
  mustBeOfEvent(event);
  mustHaveNames(toldToAll, 1, (name) => TOLD_TO_ALL.includes(name));
  if (actor) mustBeActor(actor);
  if (technical)
    mustHaveNames(
      technical,
      3,
      (name) => name !== 'actor' && !TOLD_TO_ALL.includes(name) && !UNSALTED.includes(name),
    );
  mustBeInOrder(data);
  return {
    ...(event as unknown as Pick<
      OpenedUnits,
      'id' | 'stream' | 'revision' | 'type' | 'schemaVersion' | 'recordedAt'
    >),
    units: opening.units,
    leaf: opening.leaf,
    metadata: merged([toldToAll, actor, technical]),
    data: merged(data),
    keptBack: parts.filter((part) => part === null).length,
  };
};

const openingIn = (value: unknown): Opening => {
  if (!isMembers(value)) throw new Refused('An opening is a JSON object.');
  const { rule, leaf, units, ...others } = value;
  if (Object.keys(others).length > 0) throw new Refused('An opening has a member that no rule knows.');
  if (rule !== EVENT_RULE) throw new Refused(`An opening names the rule ${EVENT_RULE}.`);
  if (leaf !== undefined && !isWhole(leaf))
    throw new Refused('The leaf of an opening is a whole number from 0.');
  if (!Array.isArray(units) || units.length < UNITS_BEFORE_DATA)
    throw new Refused(`An opening has at least ${UNITS_BEFORE_DATA} parts.`);
  return { rule, ...(leaf !== undefined && { leaf }), units: units.map(unitIn) };
};

const unitIn = (unit: unknown, n: number): Unit => {
  const { salt, text, digest, ...others } = isMembers(unit) ? unit : {};
  const isOther = Object.keys(others).length > 0;
  if (!isOther && salt === undefined && text === undefined && isHexHash(digest)) return { digest };
  if (!isOther && digest === undefined && isSalt(salt) && typeof text === 'string') return { salt, text };
  throw new Refused(`Part ${n} of an opening is neither a salt with a text nor a digest.`);
};

const membersIn = (text: string, n: number): Members => {
  let value: unknown;
  let isCanonical: boolean;
  try {
    value = JSON.parse(text);
    isCanonical = canonicalText(value) === text;
  } catch {
    isCanonical = false;
  }
  if (!isCanonical || !isMembers(value)) throw new Refused(`Part ${n} of an opening is not canonical JSON.`);
  return value;
};

const mustBeOfEvent = (event: Members): void => {
  const isOfEvent =
    Object.keys(event).length === OF_EVENT.length &&
    OF_EVENT.every((name) =>
      WHOLE_NUMBERS.includes(name) ? isWhole(event[name]) : typeof event[name] === 'string',
    );
  if (!isOfEvent) throw new Refused(`Part 0 of an opening has ${OF_EVENT.join(', ')}.`);
};

const mustBeActor = (actor: Members): void => {
  if (Object.keys(actor).length !== 1 || typeof actor['actor'] !== 'string')
    throw new Refused('Part 2 of an opening is the actor.');
};

const mustHaveNames = (part: Members, n: number, isAllowed: (name: string) => boolean): void => {
  if (!Object.keys(part).every(isAllowed))
    throw new Refused(`Part ${n} of an opening has a name of another part.`);
};

/** One member each, in canonical order, as far as it is seen. */
const mustBeInOrder = (data: readonly (Members | null)[]): void => {
  let last: string | undefined;
  for (const part of data) {
    if (part === null) continue;
    const [name, ...more] = Object.keys(part);
    if (name === undefined || more.length > 0 || (last !== undefined && name <= last))
      throw new Refused('The members of the data come one in a part, in the order of their names.');
    last = name;
  }
};

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const merged = (parts: readonly (Members | null | undefined)[]): Members =>
  Object.fromEntries(parts.flatMap((part) => (part ? Object.entries(part) : [])));
