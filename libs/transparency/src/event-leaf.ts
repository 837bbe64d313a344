/**
 * The rule by which an event becomes an entry of the log: 32 bytes made of a salted digest for each part of the event, so that
 * a reader can be shown some parts, prove them, and learn nothing of the others.
 */
import { membersText, namesOf } from './canonical.ts';
import {
  entryText,
  EVENT_RULE,
  isMembers,
  isSalt,
  OF_EVENT,
  SALT_DIGITS,
  saltedText,
  TOLD_TO_ALL,
  UNSALTED,
} from './event-rule.ts';
import type { Opening, Unit } from './event-rule.ts';
import { isHexHash } from './hash-texts.ts';
import { hexHash } from './hash.ts';

/** As the store gives it: in the shape and version in which it was stored. */
export interface LeafEvent {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly recordedAt: string;
  readonly data: unknown;
  readonly metadata: object;
}

/** An event that the rule says nothing about, since this application never wrote it. */
export class ForeignEvent extends Error {
  override readonly name = 'ForeignEvent';
}

const ERASED = '$erased';

type Members = Readonly<Record<string, unknown>>;

/**
 * All that an event says, each part with its salt.
 * @param legacySecret 64 hex digits, for events that were stored without a salt.
 * @throws {ForeignEvent}
 */
export const openingOf = (event: LeafEvent, legacySecret: string, leaf?: number): Opening => ({
  rule: EVENT_RULE,
  ...(leaf !== undefined && { leaf }),
  units: unitsOf(event, legacySecret),
});

/**
 * The entry of an event: what the leaf is hashed from.
 * @throws {ForeignEvent}
 */
export const entryOf = (event: LeafEvent, legacySecret: string): Buffer =>
  entryOfUnits(unitsOf(event, legacySecret));

/** The same from what a reader was shown, whichever parts that are. */
export const entryOfUnits = (units: readonly Unit[]): Buffer =>
  Buffer.from(hexHash(entryText(units.map(digestOf))), 'hex');

/** The same opening with those parts alone, by their places. The entry stays the same. */
export const openedTo = (opening: Opening, isShown: (unit: number) => boolean): Opening => ({
  ...opening,
  units: opening.units.map((unit, n) => (isShown(n) ? unit : { digest: digestOf(unit) })),
});

const digestOf = (unit: Unit): string => ('digest' in unit ? unit.digest : hexHash(saltedText(unit)));

const unitsOf = (event: LeafEvent, legacySecret: string): Unit[] => {
  const metadata = membersOf(event, event.metadata);
  const data = membersOf(event, event.data);
  if (metadata['actor'] === undefined) throw foreign(event, 'it names no actor');
  const saltOf = saltsOf(event, metadata, legacySecret);
  const erasable = (unit: number, members: Members, name: string): Unit => {
    const salt = saltOf(unit);
    if (salt !== null) return { salt, text: membersText(members, [name]) };
    const digest = erasedDigest(members[name]);
    if (digest === undefined) throw foreign(event, `${name} has no salt and is not erased`);
    return { digest };
  };
  const whole = (unit: number, members: object, names: readonly string[]): Unit => {
    const salt = saltOf(unit);
    if (salt === null) throw foreign(event, `part ${unit} has no salt`);
    return { salt, text: membersText(members, names) };
  };
  const names = namesOf(metadata);
  const units = [
    whole(0, event, OF_EVENT),
    whole(
      1,
      metadata,
      names.filter((name) => TOLD_TO_ALL.includes(name)),
    ),
    erasable(2, metadata, 'actor'),
    whole(
      3,
      metadata,
      names.filter((name) => name !== 'actor' && !TOLD_TO_ALL.includes(name) && !UNSALTED.includes(name)),
    ),
  ];
  for (const name of namesOf(data)) units.push(erasable(units.length, data, name));
  return units;
};

/** By unit; null of what was erased. */
const saltsOf = (
  event: LeafEvent,
  { salt, salts }: Members,
  legacySecret: string,
): ((unit: number) => string | null) => {
  if (salts !== undefined) {
    if (!Array.isArray(salts)) throw foreign(event, 'its salts are no list');
    return (unit) => {
      const stored: unknown = salts[unit];
      if (stored === null || isSalt(stored)) return stored;
      throw foreign(event, `the salt of part ${unit} is not ${SALT_DIGITS} hex digits`);
    };
  }
  if (salt !== undefined && !isSalt(salt)) throw foreign(event, `its salt is not ${SALT_DIGITS} hex digits`);
  const ofEvent = salt ?? hexHash(`${legacySecret}/${event.id}`).slice(0, SALT_DIGITS);
  return (unit) => hexHash(`${ofEvent}/${unit}`).slice(0, SALT_DIGITS);
};

const erasedDigest = (value: unknown): string | undefined => {
  if (!isMembers(value) || Object.keys(value).length !== 1) return undefined;
  const digest = value[ERASED];
  return isHexHash(digest) ? digest : undefined;
};

const membersOf = (event: LeafEvent, value: unknown): Members => {
  if (!isMembers(value)) throw foreign(event, 'its data and metadata are not both objects');
  return value;
};

/** Of an event that cannot be hashed. */
export const foreign = ({ stream, revision, id }: LeafEvent, why: string): ForeignEvent =>
  new ForeignEvent(`${stream}@${revision} (event ${id}) was not written by this application: ${why}`);
