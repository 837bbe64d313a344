/** Whether a process does its work: a stopped delivery group, or a log that cannot be read, makes it not ready. */
import type { Delivery, EventStore, GroupStatus } from '@pledgeline/event-sourcing';

/** Injection token for the answer to "are you ready?". */
export const READINESS = Symbol('Readiness');

export interface Readiness {
  readonly status: 'ready' | 'not-ready';
  /** What is wrong, in words: for a stopped group the event it stopped at. */
  readonly because: readonly string[];
  readonly groups: readonly GroupStatus[];
}

export const readinessOf =
  (store: EventStore, delivery: Delivery): (() => Promise<Readiness>) =>
  async () => {
    const groups = delivery.status();
    const because = [...groups.flatMap(stopped), ...(await unreadable(store))];
    return { status: because.length === 0 ? 'ready' : 'not-ready', because, groups };
  };

const stopped = ({ group, state, failure }: GroupStatus): string[] => {
  if (state !== 'stopped') return [];
  if (failure === null) return [`${group} stopped`];
  const { eventId, stream, revision, attempts, message } = failure;
  // Without an event it was the log or the checkpoint that could not be read.
  const place = eventId === '' ? '' : ` at ${stream}@${revision} (event ${eventId})`;
  return [`${group} stopped${place} after ${attempts} attempts: ${message}`];
};

const unreadable = async (store: EventStore): Promise<string[]> => {
  try {
    await store.readAll({ limit: 1 });
    return [];
  } catch (error) {
    return [`the log cannot be read: ${(error as Error).message}`];
  }
};
