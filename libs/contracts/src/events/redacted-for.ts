/**
 * The data of an event as its readers may see them. An event may be for more readers than all that it says: that a pledge was
 * split is public, at which level its parts are is not. Kept back is emptied, so that the schema still holds.
 */
import type { RecordedEvent, Visibility } from '@pledgeline/event-sourcing';
import { eventContract } from './catalogue.ts';

type Fields = Readonly<Record<string, unknown>>;

/** @param audience the narrowest readers that the receiver is one of; INTERNAL reads all of it. */
export const redactedFor = ({ type, data }: RecordedEvent, audience: Visibility): unknown => {
  if (typeof data !== 'object' || data === null) return data;
  const fields = data as Fields;
  // A correction is no more widely told than what it corrects.
  const told = typeof fields.correctedType === 'string' ? fields.correctedType : type;
  return keptFrom(told, audience).reduce(without, fields);
};

const keptFrom = (type: string, audience: Visibility): readonly string[] => {
  if (audience === 'INTERNAL') return [];
  const { MEMBER_STATES = [], PUBLIC = [] } = eventContract(type).keptFrom;
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

/** That it was changed is told, to what is not. */
const unchanged = (change: Fields, field: string): Fields =>
  change.field === field ? { ...change, old: null, new: null } : change;
