/** A stream from its beginning as its corrections leave it: what rows and states are made of when they are made anew. */
import type { EventCatalogue, RecordedEvent } from './event.ts';
import type { EventStore } from './event-store.ts';
import { mustContinue } from './history-incomplete.ts';
import { isOurs } from './not-ours.ts';

const PAGE = 1000;

/** Events of the stream up to a revision (inclusive), oldest first. */
export type History = (stream: string, upTo: number) => Promise<readonly RecordedEvent[]>;

/** As every event up to there leaves it: a correction after `upTo` corrects nothing yet. What is not ours is left out. */
export const correctedHistory =
  (store: Pick<EventStore, 'read'>, catalogue: EventCatalogue): History =>
  async (stream, upTo) =>
    catalogue.corrected((await wholeStream(store, stream, upTo)).filter(isOurs));

/**
 * As they were recorded, each at the place of its revision: what is not ours stands among them.
 * @throws {HistoryIncomplete} when the store does not show all of it.
 */
export const wholeStream = async (
  store: Pick<EventStore, 'read'>,
  stream: string,
  upTo = Infinity,
): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for (;;) {
    const page = await store.read(stream, { from: events.length, limit: PAGE });
    mustContinue(stream, events.length - 1, page);
    events.push(...page.filter(({ revision }) => revision <= upTo));
    if (page.length < PAGE || events.length > upTo) return events;
  }
};
