/** How far a relay is from the end of the log, in time: what its subscribers do not know yet. */
import type { EventStore } from './event-store.ts';
import type { Clock } from './infrastructure.ts';
import type { RelayStatus } from './relay.ts';

/**
 * Seconds since the oldest event was recorded that this relay has not published; 0 when there is none. Asked of the store, and
 * not of what the relay has seen: a relay that hears nothing believes that there is nothing.
 * @returns null for a relay that does not lead, and for one that never came to lead: it has no place of its own. One that
 * fails tells the distance from its last place, from where another may have gone on.
 * @throws {StoreUnavailable} when the store cannot say.
 */
export const relayDistance = async (
  store: Pick<EventStore, 'readAll'>,
  { state, position }: RelayStatus,
  clock: Clock,
): Promise<number | null> => {
  const hasPlace = state === 'leading' || (state === 'retrying' && position !== null);
  if (!hasPlace) return null;
  const [oldest] = await store.readAll({ after: position ?? undefined, limit: 1 });
  if (oldest === undefined) return 0;
  // The clocks of the store and of this process may differ.
  return Math.max(0, (Date.parse(clock()) - Date.parse(oldest.recordedAt)) / 1000);
};
