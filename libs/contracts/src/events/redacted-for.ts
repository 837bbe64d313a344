/**
 * The data of an event as its readers may see them. An event may be for more readers than some of its fields: everybody may know
 * that a pledge was split, but not at which level its parts are. Redacted fields are emptied, so that the schema still holds.
 */
import type { RecordedEvent, Visibility } from '@pledgeline/event-sourcing';
import { eventContract } from './catalogue.ts';

type Fields = Readonly<Record<string, unknown>>;

/** @param audience the narrowest readers that the receiver is one of; INTERNAL reads all of it. */
export const redactedFor = ({ type, data }: RecordedEvent, audience: Visibility): unknown => {
  if (typeof data !== 'object' || data === null) return data;
  const fields = data as Fields;
  // A correction is redacted like the event that it corrects.
  const ofType = typeof fields.correctedType === 'string' ? fields.correctedType : type;
  return redactedFields(ofType, audience).reduce(without, fields);
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
