/** What is wrong with the new values of a correction: where each stands in the request, named in the words as the event has it. */
import { dataFaults, isDay, type DataFault } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { invalid } from '../refusal.ts';
import type { Change } from './correction.state.ts';

/** The business date, which every event has beside its data. */
export const BUSINESS_DATE = 'occurredOn';

/** In the body of whoever asks for changes, where its n-th change says which field, what it says now, or what it should say. */
export const inChange = (n: number, part: 'field' | 'old' | 'new'): string => `changes.${n}.${part}`;

/**
 * The refusal of an event whose new values its contract does not take, or whose day has not come.
 * @param corrected the event as it would read.
 * @param latest today, where it is latest.
 * @param earliest of a day that is changed; empty where none is.
 */
export const invalidAfter = (
  { type, data, metadata }: RecordedEvent,
  changes: readonly Change[],
  { latest, earliest }: { readonly latest: string; readonly earliest: string },
) => {
  const ofDay = dayFaults(metadata.occurredOn, latest, earliest);
  // Days of the event that follow from its business date are wrong with it, and were not sent.
  const isSent = ({ path: [field] }: DataFault) => changes.some((change) => change.field === field);
  const ofData = dataFaults(type, data).filter((fault) => ofDay.length === 0 || isSent(fault));
  const errors = [...ofData, ...ofDay].map((fault) => inBody(fault, changes));
  if (errors.length === 0) return undefined;
  const messages = errors.map(({ message }) => message).join('; ');
  return invalid(
    'CORRECTION_INVALID',
    `After the correction ${type} would break its contract: ${messages}.`,
    {
      field: errors[0]?.field,
      errors,
    },
  );
};

/** @param day was sent by a caller and is not checked yet. */
const dayFaults = (day: unknown, latest: string, earliest: string): readonly DataFault[] => {
  if (day === null) return [];
  if (typeof day !== 'string' || !isDay(day)) {
    return [
      { path: [BUSINESS_DATE], words: 'must be a day, as in 2026-03-31', rule: 'format', limit: 'date' },
    ];
  }
  if (day <= latest && day >= earliest) return [];
  return [{ path: [BUSINESS_DATE], words: 'must be a day that has come', rule: 'hasCome', limit: latest }];
};

const inBody = ({ path, words, ...rule }: DataFault, changes: readonly Change[]) => {
  const [field, ...within] = path;
  const n = changes.findIndex((change) => change.field === field);
  const place = n < 0 ? ['changes'] : ['changes', String(n), 'new', ...within];
  return {
    field: place.join('.'),
    message: `${path.join('.')} ${words}`,
    ...rule,
    pointer: place.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
  };
};
