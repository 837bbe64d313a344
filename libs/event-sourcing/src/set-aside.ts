/** What a consumer of the log has left out without stopping, counted each once, with the newest of it. */
import type { RecordedEvent } from './event.ts';
import type { SetAside, SetAsideEvent, SetAsideItem } from './delivery.ts';

const TOLD = 10;
/** More than is handed over again after a failure. */
const RECOGNISED = 10_000;

export type OnSetAside = (items: readonly SetAsideItem[]) => void;

/** @param onMore gets the sum whenever there are more. */
export const setAsideCount = (onMore: (setAside: SetAside) => void): OnSetAside => {
  const places = new Set<string>();
  let setAside: SetAside = { count: 0, newest: [] };
  return (items) => {
    const fresh = items.filter((item) => {
      const before = places.size;
      return places.add(placeOf(item)).size > before;
    });
    if (fresh.length === 0) return;
    for (const oldest of places) {
      if (places.size <= RECOGNISED) break;
      places.delete(oldest);
    }
    setAside = { count: setAside.count + fresh.length, newest: [...setAside.newest, ...fresh].slice(-TOLD) };
    onMore(setAside);
  };
};

const placeOf = (item: SetAsideItem): string =>
  'topic' in item
    ? `${item.topic} ${item.partition} ${item.offset}`
    : `${item.stream} ${item.revision} ${item.eventId}`;

/** An event of the log as it is reported: where, of which type, since when, and never what it says. */
export const setAsideEvent = (event: RecordedEvent, type: string, why: string): SetAsideEvent => ({
  stream: event.stream,
  revision: event.revision,
  eventId: event.id,
  type,
  recordedAt: event.recordedAt,
  why,
});
