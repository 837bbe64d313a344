/** What the log refuses this service, said when it starts. It is not waited for: readiness says later what is not known yet. */
import { OldServer } from '@pledgeline/adapters/kurrentdb';
import { pause, StoreRefuses } from '@pledgeline/event-sourcing';
import type { EventStore, Log } from '@pledgeline/event-sourcing';
import { CannotStart } from './settings.ts';

/** A server that is there answers within milliseconds. */
const AT_MOST_MS = 1000;

/** @throws {CannotStart} for a server that is too old. The store is closed then. */
export const checkStore = async (store: EventStore, log: Log): Promise<void> => {
  const started = new AbortController();
  const asked = store.last().catch((error: unknown) => {
    if (!(error instanceof StoreRefuses)) return undefined;
    log.error({ askAgainMs: error.askAgainMs }, error.message);
    return error.cause;
  });
  try {
    const cause = await Promise.race([asked, pause(AT_MOST_MS, started.signal)]);
    if (!(cause instanceof OldServer)) return;
    await store.close();
    throw new CannotStart(`KURRENTDB_URL: ${cause.message}`, { cause });
  } finally {
    started.abort();
  }
};
