/** A log read page by page to its end, as tests need it. */
import type { Position, RecordedEvent } from '../event.ts';
import type { EventStore } from '../event-store.ts';

/** Every event after a position, read in pages. */
export const everythingAfter = async (
  store: EventStore,
  after: Position | undefined,
  limit: number,
): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for (;;) {
    const page = await store.readAll({ after: events.at(-1)?.position ?? after, limit });
    events.push(...page);
    if (page.length === 0) return events;
  }
};

export const endOf = async (store: EventStore): Promise<Position | undefined> =>
  (await everythingAfter(store, undefined, 1000)).at(-1)?.position;
