/** The store as the log of proofs reads it: every event in the order of commits, whoever wrote it, and never by our list of categories. */
import { isOurs, pause } from '@pledgeline/event-sourcing';
import type { EventStore } from '@pledgeline/event-sourcing';
import type { EventSource } from '@pledgeline/transparency';
import type { FromSequencing, SequencingData } from './messages.ts';

export interface FollowedStore extends EventSource {
  close(): Promise<void>;
}

/**
 * Of a store that nobody writes to meanwhile. The driver is loaded where it is chosen.
 * @param warn told, in words for a log, what is tried again.
 */
export const openEventSource = async (
  { events, distributed }: Pick<SequencingData, 'events' | 'distributed'>,
  warn: (message: string) => void,
): Promise<FollowedStore> => {
  if (events !== null) {
    const { sqliteProofSource } = await import('@pledgeline/adapters/sqlite');
    return sqliteProofSource({ path: events });
  }
  const store = await openWholeStore(distributed, warn);
  return {
    readAll: async (page) => (await store.readAll(page)).map(withoutActor),
    close: () => store.close(),
  };
};

const openWholeStore = async (
  distributed: SequencingData['distributed'],
  warn: (message: string) => void,
): Promise<EventStore> => {
  if (distributed === null) throw new Error('there is no store to follow');
  const { kurrentdbEventStore } = await import('@pledgeline/adapters/kurrentdb');
  return kurrentdbEventStore({ url: distributed.kurrentdbUrl, categories: 'all', onWarning: warn });
};

/** The driver is loaded where it is chosen. @param wake called when something may have been committed that nobody else tells of. */
export const openFollowedStore = async (
  { events, distributed }: Pick<SequencingData, 'events' | 'distributed'>,
  wake: () => void,
  tell: (message: FromSequencing) => void,
): Promise<FollowedStore> => {
  const warn = (message: string): void => tell({ is: 'said', level: 'warn', fields: {}, message });
  if (events !== null) return openEventSource({ events, distributed }, warn);
  const store = await openWholeStore(distributed, warn);
  const closing = new AbortController();
  const following = wakeAtCommits(store, wake, warn, closing.signal);
  return {
    readAll: async (page) => (await store.readAll(page)).map(withoutActor),
    close: async () => {
      closing.abort();
      await store.close();
      await following;
    },
  };
};

/** What others wrote names nobody who acted, and so is refused by the rule of leaves. */
const withoutActor = (event: Awaited<ReturnType<EventStore['readAll']>>[number]) =>
  isOurs(event) ? event : { ...event, metadata: {} };

const AGAIN_MS = 1000;

const wakeAtCommits = async (
  store: EventStore,
  wake: () => void,
  warn: (message: string) => void,
  signal: AbortSignal,
): Promise<void> => {
  const isStopped = (): boolean => signal.aborted;
  while (!isStopped()) {
    try {
      const last = await store.last();
      // What came until now is followed by nobody.
      wake();
      for await (const batch of store.follow(last, { signal })) if (batch.length > 0) wake();
    } catch (error) {
      if (isStopped()) return;
      warn(`the log of proofs does not hear of commits: ${(error as Error).message}`);
      await pause(AGAIN_MS, signal);
    }
  }
};
