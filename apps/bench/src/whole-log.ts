/** All events of a store in memory, and a copy of them in another. */
import type { EventStore, RecordedEvent } from '@pledgeline/event-sourcing';

const PAGE = 5000;
const COPIED_AT_ONCE = 32;

export const wholeLog = async (store: EventStore): Promise<RecordedEvent[]> => {
  const log: RecordedEvent[] = [];
  for (;;) {
    const page = await store.readAll({ after: log.at(-1)?.position, limit: PAGE });
    log.push(...page);
    if (page.length < PAGE) return log;
  }
};

/** Stream by stream, each in one append. */
export const copyLog = async (log: readonly RecordedEvent[], target: EventStore): Promise<void> => {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of log) {
    const events = streams.get(event.stream);
    if (events === undefined) streams.set(event.stream, [event]);
    else events.push(event);
  }
  const left = streams.entries();
  const worker = async (): Promise<void> => {
    for (const [stream, events] of left) await target.append(stream, 'no-stream', events);
  };
  await Promise.all(Array.from({ length: COPIED_AT_ONCE }, worker));
};
