/** What goes in at one end of a delivery, and what comes out at the other. */
import type { BatchHandler } from '../delivery.ts';
import type { RecordedEvent } from '../event.ts';
import type { EventStore } from '../event-store.ts';
import { addedEvents } from './counter.ts';

/** The first arrival of each event of the streams. */
export const arrivals = (
  streams: readonly string[],
): { readonly events: RecordedEvent[]; handle: BatchHandler } => {
  const events: RecordedEvent[] = [];
  const seen = new Set<string>();
  return {
    events,
    handle(batch) {
      for (const event of batch) {
        if (!streams.includes(event.stream) || seen.has(event.id)) continue;
        seen.add(event.id);
        events.push(event);
      }
      return Promise.resolve();
    },
  };
};

/** So many events to each stream, one append each, in turn. */
export const appendTo = async (
  store: EventStore,
  streams: readonly string[],
  from: number,
  count: number,
): Promise<void> => {
  for (let revision = from; revision < from + count; revision += 1) {
    for (const stream of streams) {
      await store.append(stream, revision === 0 ? 'no-stream' : revision - 1, addedEvents(revision));
    }
  }
};
