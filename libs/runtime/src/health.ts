/** Whether a process does its work: it has caught up once, none of its groups has stopped, and its log can be read. */
import type { Delivery, EventStore, GroupStatus, RelayStatus } from '@pledgeline/event-sourcing';

/** Injection token for the answer to "are you ready?". */
export const READINESS = Symbol('Readiness');

export interface Readiness {
  /** `degraded`: something is away, and questions are answered all the same, from the read models. */
  readonly status: 'ready' | 'degraded' | 'not-ready';
  /** What is wrong, in words: for a stopped group the event it stopped at. */
  readonly because: readonly string[];
  readonly groups: readonly GroupStatus[];
  /** Of the relay's process only. */
  readonly relay?: RelayStatus;
}

export interface ReadinessOptions {
  readonly store: EventStore;
  readonly delivery: Delivery;
  readonly relay?: () => RelayStatus;
  /** Once ready, what is away makes it `degraded` instead of `not-ready`: for a service that only answers questions. */
  readonly readsGoOn?: boolean;
}

/** A store that does not answer in this time does not do its work either, and whoever asks does not wait longer. */
const PATIENCE_MS = 2000;

export const readinessOf = (options: ReadinessOptions): (() => Promise<Readiness>) => {
  const { store, delivery, relay, readsGoOn = false } = options;
  const caughtUp = new Set<string>();
  let wasReady = false;
  return async () => {
    const groups = delivery.status();
    for (const { group, state } of groups) if (state === 'live') caughtUp.add(group);
    const stopped = groups.flatMap(stoppedAt);
    const away = [
      ...groups
        .filter(({ group, state }) => state !== 'stopped' && !caughtUp.has(group))
        .map(({ group }) => `${group} has not caught up yet`),
      ...groups.flatMap(outOfReach),
      ...(await unreadable(store)),
    ];
    const because = [...stopped, ...away];
    wasReady ||= because.length === 0;
    const goesOn = readsGoOn && wasReady && stopped.length === 0;
    const status = because.length === 0 ? 'ready' : goesOn ? 'degraded' : 'not-ready';
    return { status, because, groups, ...(relay !== undefined && { relay: relay() }) };
  };
};

const stoppedAt = ({ group, state, failure }: GroupStatus): string[] => {
  if (state !== 'stopped') return [];
  if (failure === null) return [`${group} stopped`];
  const { eventId, stream, revision, attempts, message } = failure;
  // Without an event it was the log or the checkpoint that could not be read.
  const place = eventId === '' ? '' : ` at ${stream}@${revision} (event ${eventId})`;
  return [`${group} stopped${place} after ${attempts} attempts: ${message}`];
};

/** It waits for a log or a broker; a handler that fails and is tried again names its event, and is not meant. */
const outOfReach = ({ group, state, failure }: GroupStatus): string[] =>
  state === 'retrying' && failure?.eventId === '' ? [`${group} waits: ${failure.message}`] : [];

const unreadable = async (store: EventStore): Promise<string[]> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string[]>((resolve) => {
    timer = setTimeout(() => resolve([`the log has not answered in ${PATIENCE_MS} ms`]), PATIENCE_MS);
  });
  try {
    return await Promise.race([store.readAll({ limit: 1 }).then(() => []), late]);
  } catch (error) {
    return [`the log cannot be read: ${(error as Error).message}`];
  } finally {
    clearTimeout(timer);
  }
};
