/**
 * How corrections and annulments change what a stream says. A struck event keeps its place, with whoever sent it, and says
 * nothing: neither a fold nor a projection knows its type. It stays struck, whatever corrects it. Several corrections of one event apply in the order they were recorded. A day in
 * the data that repeats the business date (`deployedOn`, `receivedOn`) moves along with it, unless it is corrected itself.
 */
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import type { Static } from 'typebox';
import { EventAnnulled } from './annulment.events.ts';
import { EventCorrected } from './correction.events.ts';
import { termsInShape, type Terms } from './term-value.ts';

type Correction = Static<typeof EventCorrected.data>;

type Annulment = Static<typeof EventAnnulled.data>;

const CHANGES_WHAT_WAS: readonly string[] = [EventCorrected.type, EventAnnulled.type];

export const corrects = ({ type }: Pick<RecordedEvent, 'type'>): boolean => CHANGES_WHAT_WAS.includes(type);

/** Reserved: no event of this type is ever recorded. */
export const STRUCK = 'Struck';

/** The event itself, of one that was struck; undefined of any other. */
export const struckEvent = ({ type, data }: RecordedEvent): RecordedEvent | undefined =>
  type === STRUCK ? (data as RecordedEvent) : undefined;

/** @param events one stream from its beginning, in the newest shape. */
export const correctedEvents = (events: readonly RecordedEvent[]): readonly RecordedEvent[] => {
  const corrections = new Map<string, Correction[]>();
  const struck = new Set<string>();
  for (const { type, data } of events.filter(corrects)) {
    if (type === EventAnnulled.type) {
      for (const id of (data as Annulment).annuls) struck.add(id);
      continue;
    }
    const correction = data as Correction;
    corrections.set(correction.corrects, [...(corrections.get(correction.corrects) ?? []), correction]);
  }
  if (corrections.size + struck.size === 0) return events;
  return events.map((event) => {
    const corrected = (corrections.get(event.id) ?? []).reduce(correctedBy, event);
    return struck.has(event.id) ? { ...corrected, type: STRUCK, data: corrected } : corrected;
  });
};

/** A correction keeps the values as they were written, also of terms that have one more since: see their upcasters. */
export const valueInShape = (field: string, value: unknown): unknown =>
  field === 'terms' && typeof value === 'object' ? termsInShape(value as Terms | null) : value;

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
    else data[change.field] = valueInShape(change.field, change.new);
  }
  const named = new Set(changes.map(({ field }) => field));
  for (const [field, value] of Object.entries(data)) {
    if (occurredOn !== before && field.endsWith('On') && value === before && !named.has(field)) {
      data[field] = occurredOn;
    }
  }
  return { ...event, data, metadata: { ...event.metadata, occurredOn } };
};
