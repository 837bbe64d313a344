/** A stream from its beginning as its corrections leave it: what rows and states are made of when they are made anew. */
import type { EventCatalogue, RecordedEvent } from './event.ts';
import type { EventStore } from './event-store.ts';

const PAGE = 1000;

/** Events of the stream up to a revision (inclusive), oldest first. */
export type History = (stream: string, upTo: number) => Promise<readonly RecordedEvent[]>;

/** As every event up to there leaves it: a correction after `upTo` corrects nothing yet. */
export const correctedHistory =
  (store: Pick<EventStore, 'read'>, catalogue: EventCatalogue): History =>
  async (stream, upTo) =>
    catalogue.corrected(await wholeStream(store, stream, upTo));

/** As they were recorded. */
export const wholeStream = async (
  store: Pick<EventStore, 'read'>,
  stream: string,
  upTo = Infinity,
): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for (;;) {
    const page = await store.read(stream, { from: events.length, limit: PAGE });
    events.push(...page.filter(({ revision }) => revision <= upTo));
    if (page.length < PAGE || events.length > upTo) return events;
  }
};
