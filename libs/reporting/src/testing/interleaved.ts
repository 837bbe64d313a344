/** Histories whose streams alternate. */
import type { RecordedEvent } from '@pledgeline/event-sourcing';

/** The same events in another order, each stream in its own. */
export const interleaved = (
  events: readonly RecordedEvent[],
  order: readonly number[],
): readonly RecordedEvent[] => {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  const waiting = [...streams.values()];
  const mixed: RecordedEvent[] = [];
  for (let turn = 0; mixed.length < events.length; turn += 1) {
    const choices = waiting.filter((stream) => stream.length > 0);
    const event = choices[(order[turn % order.length] ?? 0) % choices.length]?.shift();
    if (event) mixed.push(event);
  }
  return mixed;
};
