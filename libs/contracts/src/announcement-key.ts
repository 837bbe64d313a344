/**
 * When two announcements are one: accountability page, section 3. They are compared as they were read, so that "Togo" and
 * "TGO", 1 and "1", two blanks and one are the same. decision 0019.
 */
import { derivedId } from '@pledgeline/event-sourcing';
import type { DataOf } from './events/catalogue.ts';
import { moneyIn } from './reference/money.ts';
import { partsOfPartners } from './reference/partner-names.ts';

type Announced = DataOf<'PledgeAnnounced'>;

/** Everything that the announcement states. The spelling, and what is about the entry alone, are left out. */
export type Stated = Omit<
  Announced,
  | 'pledgeId'
  | 'reference'
  | 'memberStateAsStated'
  | 'duplicateChecked'
  | 'additional'
  | 'additionalReason'
  | 'lateEntry'
  | 'missing'
>;

/** An announcement with what decides whether it is counted beside one that is equal. */
export type Keyed = Stated & Pick<Announced, 'additional' | 'additionalReason'>;

type Plain = string | number | boolean | readonly Plain[] | { readonly [field: string]: Plain };

/** Field by field. What was not stated has no field, so that a field that is added later changes no id. */
export type AsRead = Readonly<Partial<Record<keyof Stated, Plain>>>;

/**
 * What was stored before is read by today's rules too: a count of "USD million" from a time when that was not known as
 * money equals the same row that is read as money now.
 */
export const asRead = (stated: Stated): AsRead => {
  const { category, partners, themes, terms, strength, aircraft } = stated;
  const inUnits = stated.money === null ? moneyIn(stated.quantity, category) : null;
  const quantity = inUnits === null ? stated.quantity : null;
  const money = stated.money ?? inUnits;
  const said = {
    conference: stated.conference,
    memberState: stated.memberState,
    category,
    capabilityCode: stated.capabilityCode,
    quantity: quantity && { ...quantity, unit: unitAsRead(quantity.unit), asStated: null },
    strength: strength && { ...strength, asStated: null },
    aircraft: aircraft && { ...aircraft, asStated: null },
    money: money && { ...money, asStated: null },
    description: stated.description,
    timeframe: stated.timeframe,
    partners: inOrder(partners.flatMap(partsOfPartners)),
    announcedOn: stated.announcedOn,
    source: stated.source,
    speaker: stated.speaker,
    standing: stated.standing,
    renews: stated.renews,
    themes: inOrder(themes),
    mainTheme: stated.mainTheme,
    terms: terms && { ...terms, languages: inOrder(terms.languages) },
    idea: stated.idea,
    need: stated.need,
  } satisfies Record<keyof Stated, unknown>;
  return (plain(said) ?? {}) as AsRead;
};

/** As text: equal for two announcements that state the same. Kept with an object that lives, since it is asked for at each step. */
export const wordsOf = (stated: Stated): string => {
  const known = words.get(stated);
  if (known !== undefined) return known;
  const made = JSON.stringify(asRead(stated));
  words.set(stated, made);
  return made;
};

const words = new WeakMap<Stated, string>();

/** Names of the fields in which two announcements differ, as they were read. */
export const differingFields = (one: Stated, other: Stated): readonly string[] => {
  const [first, second] = [asRead(one), asRead(other)];
  const named = new Set([...Object.keys(first), ...Object.keys(second)]) as ReadonlySet<keyof Stated>;
  return [...named].filter((field) => JSON.stringify(first[field]) !== JSON.stringify(second[field]));
};

/**
 * Equal for announcements that are one. An additional offer is another promise than one in the same words, so the reason
 * for counting it belongs to its key.
 */
export const announcementKey = (announcement: Keyed): string => {
  const known = keys.get(announcement);
  if (known !== undefined) return known;
  const key = keyOf(announcement);
  keys.set(announcement, key);
  return key;
};

/** One announcement is asked for its key at each step of its way: an object that lives keeps it. */
const keys = new WeakMap<Keyed, string>();

const keyOf = (announcement: Keyed): string =>
  announcement.additional
    ? derivedId(
        'additional announcement',
        wordsOf(announcement),
        textAsRead(announcement.additionalReason ?? ''),
      )
    : derivedId('announcement', wordsOf(announcement));

/**
 * The id of the pledge where its caller names none (UUIDv5).
 * @param nth distinguishes additional offers that are equal and give the same reason, counted from 1.
 */
export const announcedPledgeId = (announcement: Keyed, nth = 1): string => {
  const key = announcementKey(announcement);
  return announcement.additional ? derivedId('additional pledge', key, nth) : key;
};

/** True for a UUIDv5: only the server makes those. */
export const isDerivedId = (id: string): boolean => id.charAt(14) === '5';

const unitAsRead = (unit: string | null): string | null =>
  unit === null ? null : textAsRead(unit).toLowerCase().replace(/s$/, '');

const textAsRead = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

const inOrder = (names: readonly string[]): string[] => names.map(textAsRead).sort();

/** Undefined for nothing: null, an empty text, a list or an object of nothing. */
const plain = (value: unknown): Plain | undefined => {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return textAsRead(value) || undefined;
  if (typeof value !== 'object') return value as number | boolean;
  if (Array.isArray(value)) {
    const items = value.map(plain).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  const fields = Object.entries(value)
    .map(([field, said]) => [field, plain(said)] as const)
    .filter((entry): entry is readonly [string, Plain] => entry[1] !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
};
