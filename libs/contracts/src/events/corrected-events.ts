/**
 * How corrections change what a stream says. Several corrections of one event apply in the order they were recorded. A day in
 * the data that repeats the business date (`deployedOn`, `receivedOn`) moves along with it, unless it is corrected itself.
 */
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import type { Static } from 'typebox';
import { EventCorrected } from './correction.events.ts';

type Correction = Static<typeof EventCorrected.data>;

export const corrects = ({ type }: Pick<RecordedEvent, 'type'>): boolean => type === EventCorrected.type;

/** @param events one stream from its beginning, in the newest shape. */
export const correctedEvents = (events: readonly RecordedEvent[]): readonly RecordedEvent[] => {
  const corrections = new Map<string, Correction[]>();
  for (const event of events.filter(corrects)) {
    const correction = event.data as Correction;
    corrections.set(correction.corrects, [...(corrections.get(correction.corrects) ?? []), correction]);
  }
  if (corrections.size === 0) return events;
  return events.map((event) => (corrections.get(event.id) ?? []).reduce(correctedBy, event));
};

/** The event as one correction leaves it. */
export const correctedBy = (
  event: RecordedEvent,
  { changes }: Pick<Correction, 'changes'>,
): RecordedEvent => {
  const before = event.metadata.occurredOn;
  const data: Record<string, unknown> = { ...(event.data as object) };
  let occurredOn = before;
  for (const change of changes) {
    if (change.field === 'occurredOn') occurredOn = change.new as string | null;
    else data[change.field] = change.new;
  }
  const named = new Set(changes.map(({ field }) => field));
  for (const [field, value] of Object.entries(data)) {
    if (occurredOn !== before && field.endsWith('On') && value === before && !named.has(field)) {
      data[field] = occurredOn;
    }
  }
  return { ...event, data, metadata: { ...event.metadata, occurredOn } };
};
