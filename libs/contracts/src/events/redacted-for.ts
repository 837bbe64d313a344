/**
 * The data of an event as its readers may see them. An event may be for more readers than some of its fields: everybody may know
 * that a pledge was split, but not at which level its parts are. Redacted fields are emptied, so that the schema still holds.
 */
import type { RecordedEvent, Visibility } from '@pledgeline/event-sourcing';
import { eventContract } from './catalogue.ts';

type Fields = Readonly<Record<string, unknown>>;
type Redacted = Pick<RecordedEvent, 'type' | 'data' | 'schemaVersion'>;

/**
 * What an older version told these readers is on their topics, and there it stays as its schema has it; read in the newest shape, it is
 * kept back.
 * @param audience the narrowest readers that the receiver is one of; INTERNAL reads all of it.
 */
export const redactedFor = (event: Redacted, audience: Visibility): unknown => {
  const { data } = event;
  return isFields(data) ? pathsOf(event, data, audience).reduce(without, data) : data;
};

/**
 * Whether a member of the data is kept back from these readers, or a part of it. What it holds does not matter: a digest in place of
 * it, where an empty one would be shown, would tell that it is not empty. Which fields were changed is told to all.
 * @param name of a member of the data.
 */
export const isKeptBack = (event: Redacted, audience: Visibility, name: string): boolean => {
  const { data } = event;
  if (!isFields(data)) return false;
  const fields = pathsOf(event, data, audience).map((path) => path.split('.')[0]);
  if (!Array.isArray(data.changes)) return fields.includes(name);
  const changes = data.changes as readonly Fields[];
  return name === 'changes' && changes.some(({ field }) => fields.includes(field as string));
};

const isFields = (data: unknown): data is Fields => typeof data === 'object' && data !== null;

const pathsOf = ({ type, schemaVersion }: Redacted, fields: Fields, audience: Visibility): string[] => {
  // A correction is redacted like the event that it corrects.
  const isCorrection = typeof fields.correctedType === 'string';
  const ofType = isCorrection ? String(fields.correctedType) : type;
  const { redactedSince } = eventContract(ofType);
  return redactedFields(ofType, audience).filter(
    (path) => isCorrection || schemaVersion >= (redactedSince[path] ?? 0),
  );
};

const redactedFields = (type: string, audience: Visibility): readonly string[] => {
  if (audience === 'INTERNAL') return [];
  const { MEMBER_STATES = [], PUBLIC = [] } = eventContract(type).redact;
  return audience === 'PUBLIC' ? [...MEMBER_STATES, ...PUBLIC] : MEMBER_STATES;
};

const without = (data: Fields, path: string): Fields => {
  const [field = '', ...deeper] = path.split('.');
  if (Array.isArray(data.changes)) {
    return { ...data, changes: data.changes.map((change: Fields) => unchanged(change, field)) };
  }
  if (!Object.hasOwn(data, field)) return data;
  const value = data[field];
  if (deeper.length === 0) return { ...data, [field]: Array.isArray(value) ? [] : null };
  const items = Array.isArray(value) ? (value as readonly Fields[]) : [];
  return { ...data, [field]: items.map((item) => without(item, deeper.join('.'))) };
};

/** Readers see that the field was changed, but neither value. */
const unchanged = (change: Fields, field: string): Fields =>
  change.field === field ? { ...change, old: null, new: null } : change;
