/** What an opening of an event looks like, and which texts are hashed into its entry. */

/** Stands in what is hashed: another rule makes other entries. */
export const EVENT_RULE = 'pledgeline-event/v1';

/** What a reader is shown of one part of an event. */
export type Unit = OpenedUnit | { /** Kept back, or erased. */ readonly digest: string };

export interface OpenedUnit {
  readonly salt: string;
  readonly text: string;
}

export interface Opening {
  readonly rule: typeof EVENT_RULE;
  /** Where in the log the entry is said to be, from 0. Only a path proves it. */
  readonly leaf?: number;
  readonly units: readonly Unit[];
}

/** What says which event it is, in canonical order. */
export const OF_EVENT: readonly string[] = [
  'id',
  'recordedAt',
  'revision',
  'schemaVersion',
  'stream',
  'type',
];
/** What all readers of an event are told of its metadata. */
export const TOLD_TO_ALL: readonly string[] = ['occurredOn', 'onBehalfOf', 'role', 'ruleSet', 'visibility'];
export const UNSALTED: readonly string[] = ['salt', 'salts'];
/** Of the event, its metadata for all, its actor, its other metadata; the data comes after them. */
export const UNITS_BEFORE_DATA = 4;
export const SALT_DIGITS = 32;

/** What the digest of a part is the hash of. */
export const saltedText = ({ salt, text }: OpenedUnit): string => salt + text;

/** What the entry is the hash of. @param digests of all parts, in hex. */
export const entryText = (digests: readonly string[]): string => {
  let text = `${EVENT_RULE}\n`;
  for (const digest of digests) text += `${digest}\n`;
  return text;
};

export const isSalt = (salt: unknown): salt is string =>
  typeof salt === 'string' && /^[0-9a-f]{32}$/.test(salt);

export const isMembers = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
