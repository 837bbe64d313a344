/** The idea that a promise takes up must have been raised. It may be dropped by now, or taken up by another: both can be. */
import { streamName } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { EventStore } from '@pledgeline/event-sourcing';

/** @throws {Rejected} UNKNOWN_IDEA, also for a state that names what is only expected of it. */
export const mustBeIdea = async (
  idea: string | null | undefined,
  { role }: Caller,
  store: EventStore,
): Promise<void> => {
  if (idea === null || idea === undefined) return;
  const [raised] = await store.read(streamName('idea', idea), { limit: 1 });
  if (raised !== undefined && (raised.metadata.visibility !== 'INTERNAL' || role !== 'MS')) return;
  throw new Rejected('invalid', 'UNKNOWN_IDEA', `There is no idea ${idea}.`, { field: 'idea' });
};
