/**
 * The rule by which an event becomes an entry of the log: 32 bytes made of a salted digest for each part of the event, so that
 * a reader can be shown some parts, prove them, and learn nothing of the others.
 */
import { canonicalText, namesOf } from './canonical.ts';
import {
  entryText,
  EVENT_RULE,
  isMembers,
  isSalt,
  SALT_DIGITS,
  saltedText,
  TOLD_TO_ALL,
  UNITS_BEFORE_DATA,
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
  const { id, recordedAt, revision, schemaVersion, stream, type } = event;
  const erasable = (unit: number, name: string, value: unknown): Unit => {
    const salt = saltOf(unit);
    if (salt !== null) return { salt, text: canonicalText({ [name]: value }) };
    const digest = erasedDigest(value);
    if (digest === undefined) throw foreign(event, `${name} has no salt and is not erased`);
    return { digest };
  };
  const whole = (unit: number, content: object): Unit => {
    const salt = saltOf(unit);
    if (salt === null) throw foreign(event, `part ${unit} has no salt`);
    return { salt, text: canonicalText(content) };
  };
  const chosen = (isChosen: (name: string) => boolean): object =>
    Object.fromEntries(Object.entries(metadata).filter(([name]) => isChosen(name)));
  return [
    whole(0, { id, recordedAt, revision, schemaVersion, stream, type }),
    whole(
      1,
      chosen((name) => TOLD_TO_ALL.includes(name)),
    ),
    erasable(2, 'actor', metadata['actor']),
    whole(
      3,
      chosen((name) => name !== 'actor' && !TOLD_TO_ALL.includes(name) && !UNSALTED.includes(name)),
    ),
    ...namesOf(data).map((name, n) => erasable(UNITS_BEFORE_DATA + n, name, data[name])),
  ];
};

/** By unit; null of what was erased. */
const saltsOf = (
  event: LeafEvent,
  { salt, salts }: Readonly<Record<string, unknown>>,
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

const membersOf = (event: LeafEvent, value: unknown): Readonly<Record<string, unknown>> => {
  if (!isMembers(value)) throw foreign(event, 'its data and metadata are not both objects');
  return value;
};

const foreign = ({ stream, revision, id }: LeafEvent, why: string): ForeignEvent =>
  new ForeignEvent(`${stream}@${revision} (event ${id}) was not written by this application: ${why}`);
